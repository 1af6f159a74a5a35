import styles from "./sparkline.module.css";

const WIDTH = 88;
const HEIGHT = 26;
const EDGE = 3;

interface SparklineProps {
  /** Oldest first; null where nothing is known, which leaves a gap. */
  values: readonly (number | null)[];
  /** The least difference that fills the height, so that noise does not look like a move. */
  leastRange: number;
  label: string;
}

/** A small line without axes; the label says what it shows. */
export function Sparkline({ values, leastRange, label }: SparklineProps) {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return null;
  const low = Math.min(...known);
  const high = Math.max(...known);
  const range = Math.max(high - low, leastRange);
  const middle = (low + high) / 2;
  const step = (WIDTH - 2 * EDGE) / Math.max(1, values.length - 1);
  const points = values.map((value, i) =>
    value === null ? null : { x: WIDTH - EDGE - (values.length - 1 - i) * step, y: HEIGHT / 2 - ((value - middle) / range) * (HEIGHT - 2 * EDGE) },
  );
  const last = points.findLast((point) => point !== null);
  return (
    <svg className={styles.sparkline} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <path d={linePath(points)} />
      {last && <circle cx={last.x} cy={last.y} r="2.25" />}
    </svg>
  );
}

function linePath(points: readonly ({ x: number; y: number } | null)[]): string {
  return points
    .map((point, i) => (point === null ? "" : `${i > 0 && points[i - 1] != null ? "L" : "M"}${point.x.toFixed(1)} ${point.y.toFixed(1)}`))
    .join("");
}
