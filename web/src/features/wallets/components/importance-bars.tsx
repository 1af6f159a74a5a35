import { formatFraction } from "../model/figures";
import { featureName } from "../model/words";
import styles from "./model-card.module.css";

/** How much each feature matters, the most first. */
export function ImportanceBars({ features }: { features: readonly { feature: string; gain: number }[] }) {
  const most = Math.max(...features.map(({ gain }) => gain), 1e-9);
  return (
    <ul className={styles.importance} data-field="importance">
      {features.map(({ feature, gain }) => (
        <li key={feature}>
          <span>{featureName(feature)}</span>
          <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
            <rect className={styles.track} width="100" height="8" />
            <rect className={styles.fill} width={(100 * gain) / most} height="8" />
          </svg>
          <b>{formatFraction(gain)}</b>
        </li>
      ))}
    </ul>
  );
}
