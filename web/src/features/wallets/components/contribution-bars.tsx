import { formatFigure, formatSigned } from "@/lib/format/numbers";
import type { FeatureContributionAnswer } from "../api/model-contracts";
import { featureName } from "../model/words";
import styles from "./prediction-panel.module.css";

const MOST = 6;

/** What each feature added to the log-odds: to the right it makes a liquidation more probable, to the left less. */
export function ContributionBars({ contributions }: { contributions: readonly FeatureContributionAnswer[] }) {
  const scale = Math.max(...contributions.map(({ contribution }) => Math.abs(contribution)), 1e-9);
  return (
    <ul className={styles.contributions} data-field="contributions">
      {contributions.slice(0, MOST).map(({ feature, value, contribution }) => {
        const width = (50 * Math.abs(contribution)) / scale;
        return (
          <li key={feature}>
            <span>
              {featureName(feature)} <small>{value === null ? "not known" : formatFigure(Number(value.toPrecision(3)))}</small>
            </span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className={styles.bar} width="100" height="8" />
              <rect className={contribution > 0 ? styles.worse : styles.better} x={contribution > 0 ? 50 : 50 - width} width={width} height="8" />
              <line className={styles.zero} x1="50" x2="50" y1="0" y2="8" />
            </svg>
            <span className={styles.added}>{formatSigned(contribution)}</span>
          </li>
        );
      })}
      <li className={styles.legend} aria-hidden="true">
        <span />
        <span>
          <span>less</span>
          <span>more</span>
        </span>
        <span />
      </li>
    </ul>
  );
}
