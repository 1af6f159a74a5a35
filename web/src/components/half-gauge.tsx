import type { ReactNode } from "react";
import styles from "./half-gauge.module.css";

const RADIUS = 92;
const LENGTH = Math.PI * RADIUS;
const ARC = `M ${110 - RADIUS} 108 A ${RADIUS} ${RADIUS} 0 0 1 ${110 + RADIUS} 108`;

function pointAt(score: number, radius: number): [number, number] {
  const angle = Math.PI * (1 - score / 100);
  return [110 + radius * Math.cos(angle), 108 - radius * Math.sin(angle)];
}

interface HalfGaugeProps {
  /** 0 to 100; null draws an empty scale. */
  score: number | null;
  /** The score as it is to be read. */
  text: string;
  /** Everything in one sentence, for those who do not see it. */
  spoken: string;
  /** Where one band ends and the next begins. */
  bounds: readonly number[];
  color?: string | undefined;
  field: string;
  children: ReactNode;
}

/** A score on a half circle, with the bounds of its bands and a caption below. */
export function HalfGauge({ score, text, spoken, bounds, color, field, children }: HalfGaugeProps) {
  return (
    <figure className={styles.gauge} data-field={field}>
      <svg viewBox="0 0 220 122" role="img" aria-label={spoken}>
        <path d={ARC} className={styles.track} />
        {score !== null && (
          <path
            d={ARC}
            className={styles.fill}
            strokeDasharray={`${(LENGTH * score) / 100} ${LENGTH + 1}`}
            style={color ? { stroke: color } : undefined}
          />
        )}
        {bounds.map((bound) => {
          const [x1, y1] = pointAt(bound, RADIUS - 8);
          const [x2, y2] = pointAt(bound, RADIUS + 8);
          return <line key={bound} x1={x1} y1={y1} x2={x2} y2={y2} className={styles.bound} />;
        })}
        <text x="110" y="94" className={styles.value}>
          {text}
        </text>
        <text x={110 - RADIUS} y="121" className={styles.end}>
          0
        </text>
        <text x={110 + RADIUS} y="121" className={styles.end}>
          100
        </text>
      </svg>
      <figcaption>{children}</figcaption>
    </figure>
  );
}
