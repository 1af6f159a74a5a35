import { useState } from "react";
import { Panel } from "@/components/panel";
import { linear, ticks } from "@/lib/chart/scale";
import { formatCompact } from "@/lib/format/compact";
import { formatAmount, formatPrice } from "@/lib/format/numbers";
import { useWidth } from "@/lib/use-width";
import type { BookAnswer } from "../api/market-contracts";
import { type Depth, depthOf, type DepthPoint, type DepthReading, readDepth } from "../model/depth";
import { ChartReader } from "./chart-reader";
import styles from "./depth-chart.module.css";

const HEIGHT = 300;
const LEFT = 46;
const RIGHT = 10;
const TOP = 8;
const BOTTOM = 26;

/** How much can be traded up to each price, on both sides of the middle. */
export function DepthChart({ book }: { book: BookAnswer | null }) {
  const depth = book && depthOf(book);
  return (
    <Panel title="Depth" note="Certificates up to each price">
      {depth ? <Drawing depth={depth} mid={book.mid} /> : <p className="quiet">No orders wait in this market.</p>}
    </Panel>
  );
}

const words = ({ side, price, cumulative }: DepthReading): string =>
  side === "between"
    ? `Nothing waits at ${formatPrice(price)}`
    : `${side === "bid" ? "Bids" : "Asks"}: ${formatAmount(cumulative)} ${side === "bid" ? "down" : "up"} to ${formatPrice(price)}`;

function Drawing({ depth, mid }: { depth: Depth; mid: number | null }) {
  const [frame, width] = useWidth<HTMLDivElement>(560);
  const [at, setAt] = useState<number | null>(null);
  const x = linear(depth.domain, [LEFT, width - RIGHT]);
  const y = linear([0, depth.greatest * 1.08], [HEIGHT - BOTTOM, TOP]);
  const price = linear([LEFT, width - RIGHT], depth.domain);
  const points = [...depth.bids.toReversed(), ...depth.asks];
  const resting = depth.bids.length > 0 ? depth.bids.length - 1 : 0;
  const nearest = at === null ? resting : points.reduce((best, point, i) => (Math.abs(point.price - at) < Math.abs((points[best]?.price ?? 0) - at) ? i : best), 0);
  const shown = at ?? points[nearest]?.price ?? 0;
  const reading = readDepth(depth, Math.round(shown * 100) / 100);
  const area = (side: readonly DepthPoint[], end: number): string =>
    side.reduce((path, p) => `${path}H${x(p.price).toFixed(1)}V${y(p.cumulative).toFixed(1)}`, `M${x(side[0]?.price ?? 0).toFixed(1)} ${y(0)}`) + `H${end}`;
  return (
    <div ref={frame} className={styles.depth}>
      <p className={styles.reading} data-side={reading.side}>
        {words(reading)}
      </p>
      <ChartReader
        label="Depth, level by level"
        text={words(reading)}
        index={nearest}
        count={points.length}
        width={width}
        height={HEIGHT}
        onIndex={(i) => setAt(points[i]?.price ?? null)}
        onPointer={(place) => setAt(Math.min(depth.domain[1], Math.max(depth.domain[0], price(place))))}
        onLeave={() => setAt(null)}
      >
        {ticks([0, depth.greatest * 1.08], 4).map((t) => (
          <g key={t}>
            <line className={styles.grid} x1={LEFT} x2={width - RIGHT} y1={y(t)} y2={y(t)} />
            <text className={styles.left} x={LEFT - 8} y={y(t) + 4}>
              {formatCompact(t)}
            </text>
          </g>
        ))}
        {ticks(depth.domain, Math.max(3, Math.floor(width / 110))).map((t) => (
          <text key={t} className={styles.below} x={Math.min(x(t), width - 20)} y={HEIGHT - 6}>
            {formatPrice(t)}
          </text>
        ))}
        {[["bid", depth.bids, LEFT] as const, ["ask", depth.asks, width - RIGHT] as const].map(
          ([side, line, end]) =>
            line.length > 0 && (
              <g key={side} data-side={side}>
                <path className={styles.area} d={`${area(line, end)}V${y(0)}Z`} />
                <path className={styles.line} d={area(line, end)} />
                <text className={styles.name} x={(x(line[0]?.price ?? 0) + end) / 2} y={HEIGHT - BOTTOM - 10}>
                  {side === "bid" ? "Bids" : "Asks"}
                </text>
              </g>
            ),
        )}
        {mid !== null && <line className={styles.mid} x1={x(mid)} x2={x(mid)} y1={TOP} y2={HEIGHT - BOTTOM} />}
        {at !== null && <line className={styles.cross} x1={x(shown)} x2={x(shown)} y1={TOP} y2={HEIGHT - BOTTOM} />}
        {at !== null && reading.side !== "between" && <circle className={styles.dot} data-side={reading.side} cx={x(shown)} cy={y(reading.cumulative)} r="4.5" />}
      </ChartReader>
    </div>
  );
}
