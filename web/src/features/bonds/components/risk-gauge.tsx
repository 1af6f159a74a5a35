import { HalfGauge } from "@/components/half-gauge";
import { formatExactScore, formatScore, formatShare } from "@/lib/format/numbers";
import type { Audience } from "@/lib/services";
import type { RiskSummary } from "../api/risk-contracts";
import { RISK_WORDS, riskColor } from "../model/risk-wording";

/** Where one level ends and the next begins. */
const BOUNDS = [40, 60, 80];

/** The overall risk: the fuller the worse, said beside it. */
export function RiskGauge({ risk, audience }: { risk: RiskSummary | null; audience: Audience }) {
  const score = risk?.overall_score ?? null;
  const level = risk?.overall_level ?? null;
  const text = audience === "retail" ? formatScore(score) : formatExactScore(score);
  const word = level ? RISK_WORDS[level] : "Not assessed";
  const spoken = score === null ? "Overall risk: not assessed" : `Overall risk: ${text} out of 100, ${word}; 100 is worst`;
  const isPartial = risk && risk.assessed_weight < 1;
  return (
    <HalfGauge field="risk-gauge" score={score} text={text} spoken={spoken} bounds={BOUNDS} color={level ? riskColor(level) : undefined}>
      <span>Overall risk</span>
      <strong>{word}</strong>
      <span>{isPartial ? `100 is worst, ${formatShare(risk.assessed_weight)} assessed` : "100 is worst"}</span>
    </HalfGauge>
  );
}
