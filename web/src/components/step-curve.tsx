import { formatShare } from "@/lib/format/numbers";
import { timeScale } from "@/lib/time-scale";
import { useWidth } from "@/lib/use-width";
import styles from "./chart.module.css";

const HEIGHT = 240;
const LEFT = 44;
const RIGHT = 14;
const TOP = 10;
const BOTTOM = 30;
const TICK_ROOM = 58;

interface StepCurveProps {
  /** In order of time. A share holds until the next point. */
  points: readonly { minutes: number; share: number }[];
  /** The share at the beginning. */
  from: 0 | 1;
  label: string;
}

/** A share that changes in steps over time, on an axis that shows minutes as well as days. */
export function StepCurve({ points, from, label }: StepCurveProps) {
  const [frame, width] = useWidth<HTMLDivElement>(560);
  const inner = width - LEFT - RIGHT;
  const end = (points.at(-1)?.minutes ?? 60) * 1.25;
  const scale = timeScale(end);
  const x = (minutes: number): number => LEFT + scale.place(minutes) * inner;
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const line = points.reduce((path, { minutes, share }) => `${path}H${x(minutes).toFixed(1)}V${y(share).toFixed(1)}`, `M${LEFT} ${y(from).toFixed(1)}`);
  const curve = `${line}H${width - RIGHT}`;
  return (
    <div ref={frame} className={styles.frame}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <path className={styles.grid} d={`M${LEFT} ${y(share)}H${width - RIGHT}`} />
            <text className={styles.tick} x={LEFT - 8} y={y(share)} dy="0.32em" textAnchor="end">
              {formatShare(share)}
            </text>
          </g>
        ))}
        {scale.ticks(TICK_ROOM / inner).map(({ text, at }) => (
          <text key={text} className={styles.tick} x={LEFT + at * inner} y={HEIGHT - 8} textAnchor={at === 0 ? "start" : at > 0.95 ? "end" : "middle"}>
            {text}
          </text>
        ))}
        <path className={styles.area} d={`${curve}V${y(0)}H${LEFT}Z`} />
        <path className={styles.line} d={curve} />
      </svg>
    </div>
  );
}
