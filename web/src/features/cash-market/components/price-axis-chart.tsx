import { formatAmount, formatEuro, formatPercent, formatPrice } from "@/lib/format/numbers";
import { linear } from "@/lib/chart/scale";
import { useWidth } from "@/lib/use-width";
import type { CertificatePlanAnswer } from "../api/preview-contracts";
import { priceAxis } from "../model/preview";
import styles from "./price-axis-chart.module.css";

const HEIGHT = 264;
const EDGE = 20;
const BAR = 18;
const AXIS = 64;
const LABEL = 118;

/** The planned levels as a ladder on one axis of prices: asks above the reference, bids below, as long as they are large. */
export function PriceAxisChart({ plan }: { plan: CertificatePlanAnswer }) {
  const [frame, width] = useWidth<HTMLDivElement>(640);
  const { levels, reference } = priceAxis(plan);
  const y = linear([0, 1], [HEIGHT - EDGE, EDGE]);
  const bar = linear([0, 1], [0, Math.max(40, width - AXIS - LABEL - 8)]);
  const spoken = levels.map(({ side, price, quantity, percentage }) => `${side} ${formatPrice(price)}: ${formatAmount(quantity)}, ${percentage}%`).join("; ");
  return (
    <div ref={frame} className={styles.frame}>
      <svg width={width} height={HEIGHT} role="img" aria-label={`Price levels around ${formatEuro(plan.reference_price)}. ${spoken}`}>
        <line className={styles.axis} x1={AXIS} x2={AXIS} y1={EDGE - 12} y2={HEIGHT - EDGE + 12} />
        {reference !== null && (
          <g>
            <line className={styles.reference} x1={AXIS - 6} x2={width} y1={y(reference)} y2={y(reference)} />
            <text className={styles.middle} x={AXIS - 10} y={y(reference) + 4}>
              {formatPrice(plan.reference_price)}
            </text>
            <text className={styles.note} x={width} y={y(reference) - 6}>
              reference
            </text>
          </g>
        )}
        {levels.map(({ side, price, quantity, percentage, at, size }) => (
          <g key={`${side}${price}`} className={styles.level} data-side={side}>
            <text className={styles.price} x={AXIS - 10} y={y(at) + 4}>
              {formatPrice(price)}
            </text>
            <rect x={AXIS} y={y(at) - BAR / 2} width={Math.max(2, bar(size))} height={BAR} rx="3" />
            <text className={styles.text} x={AXIS + Math.max(2, bar(size)) + 8} y={y(at) + 4}>
              {side === "bid" ? "Bid" : "Ask"} {formatAmount(quantity)} · {formatPercent(percentage).replace(".00", "")}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
