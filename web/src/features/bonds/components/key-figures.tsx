import { LiveValue } from "@/components/live-value";
import { formatMinutes } from "@/lib/format/dates";
import { formatBasisPoints, formatExactScore, formatMoney, formatPrice, formatShare } from "@/lib/format/numbers";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { pathName } from "../model/exit-wording";
import { RISK_WORDS } from "../model/risk-wording";
import { freshnessWord, LEVEL_WORDS } from "../model/wording";
import styles from "./key-figures.module.css";

interface KeyFigure {
  name: string;
  value: string;
  note: string;
}

/** What a professional looks at first, in one line. */
export function KeyFigures({ answer }: { answer: LiquidityRiskAnswer }) {
  return (
    <dl className={styles.figures} data-field="key-figures">
      {figuresOf(answer).map(({ name, value, note }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <LiveValue value={value}>
              <strong>{value}</strong>
            </LiveValue>
            <span>{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function figuresOf(answer: LiquidityRiskAnswer): KeyFigure[] {
  const { liquidity_profile: profile, risk_summary: risk } = answer;
  const best = answer.exit_recommendations.find((exit) => exit.feasible) ?? null;
  const second = profile?.second_index ?? null;
  const quotes = profile ? `${formatPrice(profile.bid)} / ${formatPrice(profile.ask)}` : "";
  return [
    { name: "Liquidity index", value: formatExactScore(profile?.liquidity_index), note: LEVEL_WORDS[profile?.liquidity_level ?? "not_assessed"] },
    { name: "Second index", value: formatExactScore(second?.liquidity_index), note: formatBasisPoints(second?.cost_bps) },
    { name: "Overall risk", value: formatExactScore(risk?.overall_score), note: risk?.overall_level ? RISK_WORDS[risk.overall_level] : "Not assessed" },
    { name: "Spread", value: formatBasisPoints(profile?.spread_bps), note: quotes },
    { name: "Best way out", value: best ? pathName(best.path, "professional") : "None", note: formatPrice(best?.expected_price) },
    { name: "Fill probability", value: formatShare(best?.fill_probability), note: best?.probability_basis ?? "" },
    { name: "Time to exit", value: formatMinutes(best?.expected_time_to_exit_minutes), note: bandOf(answer) },
    { name: "Cost", value: formatMoney(best?.cost, best?.currency ?? null), note: formatBasisPoints(best?.expected_spread_bps) },
    { name: "Confidence", value: formatShare(answer.confidence_overall), note: freshnessWord(answer.data_freshness) },
  ];
}

/** From when the first way works to when nine in ten are through. */
function bandOf({ liquidity_profile: profile }: LiquidityRiskAnswer): string {
  const time = profile?.time_to_exit;
  return time ? `${formatMinutes(time.low_minutes)} to ${formatMinutes(time.high_minutes)}` : "";
}
