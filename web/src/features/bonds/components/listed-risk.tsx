import { formatScore } from "@/lib/format/numbers";
import { LISTED_RISKS, type ListedRisk as Risk } from "../api/contracts";
import { RISK_WORDS } from "../model/list-wording";
import styles from "./listed-risk.module.css";

/** Overall risk in a row: the score, its word, and as many of four steps as the level is high. */
export function ListedRisk({ score, level }: { score: number | null; level: Risk | null }) {
  if (score === null || level === null) return <span className="quiet">Not assessed</span>;
  const reached = LISTED_RISKS.indexOf(level);
  return (
    <span className={styles.mark}>
      <strong>{formatScore(score)}</strong>
      {RISK_WORDS[level]}
      <span className={styles.steps} data-risk={level} aria-hidden="true">
        {LISTED_RISKS.map((step, i) => (
          <i key={step} data-on={i <= reached} />
        ))}
      </span>
    </span>
  );
}
