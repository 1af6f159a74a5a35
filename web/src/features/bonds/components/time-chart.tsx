import type { KeyboardEvent, PointerEvent } from "react";
import { domainOf, linear, ticks, timeTicks } from "@/lib/chart/scale";
import { formatAppointment, formatInstant } from "@/lib/format/dates";
import { useWidth } from "@/lib/use-width";
import { sampleAt, type Series, stepPath } from "../model/history";
import styles from "./time-chart.module.css";

const HEIGHT = 148;
const MARGIN = { top: 10, right: 12, bottom: 24, left: 44 };

interface TimeChartProps {
  series: Series;
  /** The instant looked at; null means the newest. */
  at: number | null;
  onAt: (at: number | null) => void;
}

/** One figure over time. Pointer and arrow keys read its points. */
export function TimeChart({ series, at, onAt }: TimeChartProps) {
  const [frame, width] = useWidth<HTMLElement>();
  const { samples, format } = series;
  const known = samples.flatMap((s) => s.value ?? []);
  const period: [number, number] = [samples[0]?.at ?? 0, samples.at(-1)?.at ?? 0];
  const domain = domainOf(known, series.floor);
  const x = linear(period, [MARGIN.left, width - MARGIN.right]);
  const y = linear(domain, [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const index = at === null ? samples.length - 1 : sampleAt(samples, at);
  const chosen = samples[index];

  const point = (event: PointerEvent<SVGSVGElement>): void => {
    const place = event.clientX - event.currentTarget.getBoundingClientRect().left;
    onAt(linear([MARGIN.left, width - MARGIN.right], period)(place));
  };
  const step = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    const next = samples[Math.min(samples.length - 1, Math.max(0, index + by))];
    if (by === 0 || !next) return;
    event.preventDefault();
    onAt(next.at);
  };
  return (
    <figure className={styles.chart} ref={frame}>
      <figcaption>
        <h3>{series.name}</h3>
        <p>
          <strong>{format(chosen?.value ?? null)}</strong> {chosen && formatInstant(new Date(chosen.at).toISOString())}
        </p>
      </figcaption>
      <div
        className={styles.reader}
        role="slider"
        tabIndex={0}
        aria-label={`${series.name}, point by point`}
        aria-valuemin={1}
        aria-valuemax={samples.length}
        aria-valuenow={index + 1}
        aria-valuetext={`${format(chosen?.value ?? null)} at ${chosen ? formatInstant(new Date(chosen.at).toISOString()) : "no time"}`}
        onKeyDown={step}
        onBlur={() => onAt(null)}
      >
        <svg width={width} height={HEIGHT} aria-hidden="true" onPointerMove={point} onPointerLeave={() => onAt(null)}>
          {ticks(domain, 3).map((t) => (
            <g key={t}>
              <line className={styles.grid} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(t)} y2={y(t)} />
              <text className={styles.left} x={MARGIN.left - 8} y={y(t) + 4}>
                {t}
              </text>
            </g>
          ))}
          {timeTicks(period, Math.max(4, Math.floor(width / 110))).map((t) => (
            <text key={t} className={styles.below} x={x(t)} y={HEIGHT - 6}>
              {formatAppointment(new Date(t).toISOString())}
            </text>
          ))}
          <path className={styles.line} d={stepPath(samples, x, y)} />
          {chosen && (
            <>
              <line className={styles.cross} x1={x(chosen.at)} x2={x(chosen.at)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} />
              {chosen.value !== null && <circle className={styles.dot} cx={x(chosen.at)} cy={y(chosen.value)} r="4" />}
            </>
          )}
        </svg>
      </div>
    </figure>
  );
}
