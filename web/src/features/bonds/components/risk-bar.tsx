import type { RiskLevel } from "../api/risk-contracts";
import { riskColor } from "../model/risk-wording";
import styles from "./risk-bar.module.css";

/** A risk score as a bar in the shade of its level. The figure and the word stand beside it. */
export function RiskBar({ score, level }: { score: number | null; level: RiskLevel | null }) {
  return (
    <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.track} width="100" height="6" />
      {score !== null && level && <rect width={score} height="6" style={{ fill: riskColor(level) }} />}
    </svg>
  );
}
