import { Panel } from "@/components/panel";
import { formatScore } from "@/lib/format/numbers";
import type { RiskCategory, RiskSummary } from "../api/risk-contracts";
import { RISK_WORDS, riskColor, riskKind } from "../model/risk-wording";
import { RiskBar } from "./risk-bar";
import styles from "./risk-kinds-panel.module.css";

/** The kinds of risk in plain words, those that could be scored first. */
export function RiskKindsPanel({ risk }: { risk: RiskSummary }) {
  const scored = risk.categories.filter((c) => c.score_0_100 !== null);
  const others = risk.categories.filter((c) => c.score_0_100 === null);
  return (
    <Panel title="Kinds of risk" note="0 = none, 100 = worst">
      <ul className={styles.kinds}>
        {scored.map((category) => (
          <Kind key={category.category} category={category} />
        ))}
      </ul>
      {others.length > 0 && (
        <p className={styles.others}>Not scored, because no risk report speaks about them: {others.map((c) => riskKind(c.category)).join(", ")}.</p>
      )}
    </Panel>
  );
}

function Kind({ category }: { category: RiskCategory }) {
  const { level } = category;
  return (
    <li data-risk={category.category}>
      <div className={styles.head}>
        <h3>{riskKind(category.category)}</h3>
        <span>
          {level && <span className={styles.swatch} style={{ background: riskColor(level) }} aria-hidden="true" />}
          {level && RISK_WORDS[level]} <strong>{formatScore(category.score_0_100)}</strong>
        </span>
      </div>
      <RiskBar score={category.score_0_100} level={level} />
      <p>{category.probability_note}</p>
    </li>
  );
}
