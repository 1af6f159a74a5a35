import { type KeyboardEvent, type PointerEvent, useState } from "react";
import { linear, ticks, timeTicks } from "@/lib/chart/scale";
import { formatCompact } from "@/lib/format/compact";
import { formatAppointment, formatInstant } from "@/lib/format/dates";
import { useWidth } from "@/lib/use-width";
import { heightsOf, linePath, type Measure, nearest, type Sample } from "../model/history";
import styles from "./history-panel.module.css";

const HEIGHT = 220;
const MARGIN = { top: 12, right: 14, bottom: 26, left: 52 };

/** One figure over time; the pointer and the arrow keys read its points. */
export function HistoryChart({ samples, measure }: { samples: readonly Sample[]; measure: Measure }) {
  const [frame, width] = useWidth<HTMLElement>();
  const [looked, setLooked] = useState<number | null>(null);
  const index = Math.min(looked ?? samples.length - 1, samples.length - 1);
  const chosen = samples[index];
  const period: [number, number] = [samples[0]?.at ?? 0, samples.at(-1)?.at ?? 0];
  const across: [number, number] = [MARGIN.left, width - MARGIN.right];
  const heights = heightsOf(samples, measure);
  const x = linear(period, across);
  const upright = linear(heights, [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const y = (value: number): number => upright(Math.min(value, measure.ceiling));
  const words = chosen ? `${measure.format(chosen.value)}, ${formatInstant(new Date(chosen.at).toISOString())}` : "";
  const point = (event: PointerEvent<SVGSVGElement>): void =>
    setLooked(nearest(samples, linear(across, period)(event.clientX - event.currentTarget.getBoundingClientRect().left)));
  const step = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    setLooked(Math.min(samples.length - 1, Math.max(0, index + by)));
  };
  return (
    <figure ref={frame} className={styles.chart}>
      <figcaption>
        <strong>{chosen && measure.format(chosen.value)}</strong> <span>{chosen && formatInstant(new Date(chosen.at).toISOString())}</span>
      </figcaption>
      <div
        className={styles.reader}
        role="slider"
        tabIndex={0}
        aria-label={`${measure.name}, point by point`}
        aria-valuemin={1}
        aria-valuemax={samples.length}
        aria-valuenow={index + 1}
        aria-valuetext={words}
        onKeyDown={step}
        onBlur={() => setLooked(null)}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true" onPointerMove={point} onPointerLeave={() => setLooked(null)}>
          {ticks(heights, 4).map((value) => (
            <g key={value}>
              <line className={styles.grid} x1={across[0]} x2={across[1]} y1={upright(value)} y2={upright(value)} />
              <text className={styles.left} x={MARGIN.left - 8} y={upright(value) + 4}>
                {formatCompact(value)}
              </text>
            </g>
          ))}
          {timeTicks(period, Math.max(3, Math.floor(width / 130))).map((time) => (
            <text key={time} className={styles.below} x={x(time)} y={HEIGHT - 6}>
              {formatAppointment(new Date(time).toISOString())}
            </text>
          ))}
          {measure.marks.map(({ value, name }) => (
            <g key={name}>
              <line className={styles.mark} data-mark={name} x1={across[0]} x2={across[1]} y1={y(value)} y2={y(value)} />
              <text className={styles.name} x={across[1]} y={y(value) - 5}>
                {name} {value}
              </text>
            </g>
          ))}
          <path className={styles.line} d={linePath(samples, x, y)} />
          {chosen?.value != null && <circle className={styles.dot} cx={x(chosen.at)} cy={y(chosen.value)} r="4.5" />}
        </svg>
      </div>
    </figure>
  );
}
