import chart from "@/components/chart.module.css";
import { formatShare } from "@/lib/format/numbers";
import { useWidth } from "@/lib/use-width";
import type { ReliabilityBin } from "../api/kpi-contracts";

const HEIGHT = 300;
const LEFT = 44;
const RIGHT = 16;
const TOP = 24;
const BOTTOM = 44;
const LARGEST = 13;
const SMALLEST = 4;
const SHARES = [0, 0.25, 0.5, 0.75, 1];

/** Predicted against realised probability; on the diagonal what is said holds. A larger dot stands for more sales. */
export function ReliabilityDiagram({ bins, name }: { bins: readonly ReliabilityBin[]; name: string }) {
  const [frame, width] = useWidth<HTMLDivElement>(480);
  const most = Math.max(...bins.map(({ count }) => count));
  const x = (share: number): number => LEFT + share * (width - LEFT - RIGHT);
  const y = (share: number): number => TOP + (1 - share) * (HEIGHT - TOP - BOTTOM);
  const words = bins.map((bin) => `${formatShare(bin.predicted)} predicted, ${formatShare(bin.realised)} sold`).join("; ");
  return (
    <div ref={frame} className={chart.frame}>
      <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={`Reliability, ${name}: ${words}`}>
        {SHARES.map((share) => (
          <g key={share}>
            <path className={chart.grid} d={`M${x(0)} ${y(share)}H${x(1)}`} />
            <text className={chart.tick} x={LEFT - 8} y={y(share)} dy="0.32em" textAnchor="end">
              {formatShare(share)}
            </text>
            <text className={chart.tick} x={x(share)} y={HEIGHT - BOTTOM + 18} textAnchor={share === 1 ? "end" : "middle"}>
              {formatShare(share)}
            </text>
          </g>
        ))}
        <text className={chart.tick} x={LEFT} y={12}>
          Sold
        </text>
        <text className={chart.tick} x={x(1)} y={HEIGHT - 6} textAnchor="end">
          Predicted
        </text>
        <path className={chart.diagonal} d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
        {bins.map(({ from, count, predicted, realised }) =>
          predicted === null || realised === null ? null : (
            <circle key={from} className={chart.dot} cx={x(predicted)} cy={y(realised)} r={SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(count / most)} />
          ),
        )}
      </svg>
    </div>
  );
}
