import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import { formatInstantInFull } from "@/lib/format/dates";
import { formatShare } from "@/lib/format/numbers";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { freshnessWord } from "../model/wording";
import styles from "./trust-panel.module.css";

/** How far the translation can be relied on. */
export function TrustPanel({ answer }: { answer: LiquidityRiskAnswer }) {
  const observedAt = answer.liquidity_profile?.observed_at;
  return (
    <Panel title="How far to rely on this">
      <Figures>
        <Figure name="Market data">{freshnessWord(answer.data_freshness)}</Figure>
        <Figure name="Confidence">{formatShare(answer.confidence_overall)}</Figure>
        <Figure name="Market observed">{observedAt ? formatInstantInFull(observedAt) : "Not yet"}</Figure>
      </Figures>
      {answer.caveats.length > 0 && (
        <ul className={styles.caveats} aria-label="Caveats">
          {answer.caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
