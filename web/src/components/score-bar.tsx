import styles from "./score-bar.module.css";

/** A share of a whole as a bar. The figure itself stands beside it, so the bar is silent for screen readers. */
export function ScoreBar({ value, max = 100, tone }: { value: number | null; max?: number; tone?: string | undefined }) {
  const share = value === null || max <= 0 ? 0 : Math.min(100, Math.max(0, (100 * value) / max));
  return (
    <svg className={styles.bar} viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.track} width="100" height="6" />
      <rect className={styles.fill} width={share} height="6" style={tone ? { fill: `var(--level-${tone})` } : undefined} />
    </svg>
  );
}
