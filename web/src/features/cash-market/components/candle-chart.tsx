import { useState } from "react";
import { domainOf, linear, ticks } from "@/lib/chart/scale";
import { formatAppointment, formatDay } from "@/lib/format/dates";
import { formatAmount, formatPrice } from "@/lib/format/numbers";
import { useWidth } from "@/lib/use-width";
import type { CandleAnswer, CandleInterval } from "../api/market-contracts";
import styles from "./candles.module.css";
import { ChartReader } from "./chart-reader";

const HEIGHT = 340;
const LEFT = 8;
const RIGHT = 56;
const TOP = 8;
const BOTTOM = 26;
const VOLUME = 56;
const LEAST_STEP = 8;
const MOST_STEP = 26;

/** Candles with the volume below them: filled when the price fell, hollow when it rose. */
export function CandleChart({ candles, interval }: { candles: readonly CandleAnswer[]; interval: CandleInterval }) {
  const [frame, width] = useWidth<HTMLDivElement>(900);
  const [at, setAt] = useState<number | null>(null);
  const inner = width - LEFT - RIGHT;
  const shown = candles.slice(-Math.max(1, Math.floor(inner / LEAST_STEP)));
  const step = Math.min(MOST_STEP, inner / shown.length);
  const body = Math.max(3, Math.min(14, step * 0.64));
  const domain = domainOf(shown.flatMap(({ high, low }) => [high, low]), 0);
  const x = (index: number): number => width - RIGHT - (shown.length - index - 0.5) * step;
  const y = linear(domain, [HEIGHT - BOTTOM - VOLUME - 8, TOP]);
  const volume = linear([0, Math.max(...shown.map((c) => c.volume), 1)], [0, VOLUME]);
  const index = Math.min(at ?? shown.length - 1, shown.length - 1);
  const chosen = shown[index];
  const when = (start: string): string => (interval === "1d" ? formatDay(start.slice(0, 10)) : formatAppointment(start));
  const words = chosen
    ? `${when(chosen.start)}: open ${formatPrice(chosen.open)}, high ${formatPrice(chosen.high)}, low ${formatPrice(chosen.low)}, close ${formatPrice(chosen.close)}, volume ${formatAmount(chosen.volume)}`
    : "";
  const every = Math.max(1, Math.ceil(96 / step));
  return (
    <div ref={frame} className={styles.frame}>
      <p className={styles.reading}>{words}</p>
      <ChartReader
        label="Prices, interval by interval"
        text={words}
        index={index}
        count={shown.length}
        width={width}
        height={HEIGHT}
        onIndex={setAt}
        onPointer={(place) => setAt(Math.min(shown.length - 1, Math.max(0, Math.round((place - x(0)) / step))))}
        onLeave={() => setAt(null)}
      >
        {ticks(domain, 5).map((t) => (
          <g key={t}>
            <line className={styles.grid} x1={LEFT} x2={width - RIGHT} y1={y(t)} y2={y(t)} />
            <text className={styles.right} x={width - RIGHT + 8} y={y(t) + 4}>
              {formatPrice(t)}
            </text>
          </g>
        ))}
        {at !== null && <rect className={styles.chosen} x={x(index) - step / 2} y={TOP} width={step} height={HEIGHT - TOP - BOTTOM} />}
        {shown.map((candle, i) => (
          <Candle key={candle.start} candle={candle} x={x(i)} body={body} y={y} volume={volume(candle.volume)} />
        ))}
        {shown.map((candle, i) =>
          (shown.length - 1 - i) % every === Math.floor(every / 2) && x(i) > 36 ? (
            <text key={candle.start} className={styles.below} x={x(i)} y={HEIGHT - 6}>
              {when(candle.start)}
            </text>
          ) : null,
        )}
      </ChartReader>
    </div>
  );
}

interface CandleProps {
  candle: CandleAnswer;
  x: number;
  body: number;
  y: (price: number) => number;
  volume: number;
}

function Candle({ candle, x, body, y, volume }: CandleProps) {
  const { open, close, high, low } = candle;
  const [top, bottom] = [y(Math.max(open, close)), y(Math.min(open, close))];
  return (
    <g className={styles.candle} data-direction={close >= open ? "up" : "down"}>
      <path className={styles.wick} d={`M${x} ${y(high)}V${top}M${x} ${bottom}V${y(low)}`} />
      <rect className={styles.body} x={x - body / 2} y={top} width={body} height={Math.max(1.5, bottom - top)} rx="1" />
      <rect className={styles.volume} x={x - body / 2} y={HEIGHT - BOTTOM - volume} width={body} height={volume} />
    </g>
  );
}
