import chart from "@/components/chart.module.css";
import { DrawnFigures } from "@/components/data-table";
import { formatAmount } from "@/lib/format/numbers";
import { useWidth } from "@/lib/use-width";
import type { ModelReliabilityBin } from "../api/model-contracts";
import { formatFraction, formatProbability } from "../model/figures";

const HEIGHT = 280;
const EDGE = { left: 44, right: 14, top: 22, bottom: 42 };
const SHARES = [0, 0.25, 0.5, 0.75, 1];
const RADII = [4, 13] as const;

/** Predicted against observed: on the diagonal what is said comes true. A larger dot stands for more samples. */
export function ReliabilityPicture({ bins }: { bins: readonly ModelReliabilityBin[] }) {
  const [frame, width] = useWidth<HTMLDivElement>(440);
  const filled = bins.filter(({ count }) => count > 0);
  if (filled.length === 0) return <p className="quiet">There is nothing to draw yet.</p>;
  const most = Math.max(...filled.map(({ count }) => count));
  const x = (share: number): number => EDGE.left + share * (width - EDGE.left - EDGE.right);
  const y = (share: number): number => EDGE.top + (1 - share) * (HEIGHT - EDGE.top - EDGE.bottom);
  const spoken = filled.map(({ predicted, observed }) => `${formatProbability(predicted)} said, ${formatProbability(observed)} came true`).join("; ");
  return (
    <>
      <div ref={frame} className={chart.frame}>
        <svg width={width} height={HEIGHT} role="img" aria-label={`Reliability: ${spoken}`}>
          {SHARES.map((share) => (
            <g key={share}>
              <path className={chart.grid} d={`M${x(0)} ${y(share)}H${x(1)}`} />
              <text className={chart.tick} x={EDGE.left - 8} y={y(share)} dy="0.32em" textAnchor="end">
                {formatFraction(share)}
              </text>
              <text className={chart.tick} x={x(share)} y={HEIGHT - EDGE.bottom + 18} textAnchor={share === 1 ? "end" : "middle"}>
                {formatFraction(share)}
              </text>
            </g>
          ))}
          <text className={chart.tick} x={EDGE.left} y={12}>
            Came true
          </text>
          <text className={chart.tick} x={x(1)} y={HEIGHT - 6} textAnchor="end">
            Said
          </text>
          <path className={chart.diagonal} d={`M${x(0)} ${y(0)}L${x(1)} ${y(1)}`} />
          {filled.map(({ from, count, predicted, observed }) => (
            <circle key={from} className={chart.dot} cx={x(predicted)} cy={y(observed)} r={RADII[0] + (RADII[1] - RADII[0]) * Math.sqrt(count / most)} />
          ))}
        </svg>
      </div>
      <DrawnFigures
        caption="Said and come true"
        rows={filled}
        keyOf={({ from }) => String(from)}
        columns={[
          { name: "Said between", cell: ({ from, to }) => <span>{`${formatFraction(from)} and ${formatFraction(to)}`}</span> },
          { name: "Samples", cell: ({ count }) => <span>{formatAmount(count)}</span>, isNumber: true },
          { name: "Said", cell: ({ predicted }) => <span>{formatProbability(predicted)}</span>, isNumber: true },
          { name: "Came true", cell: ({ observed }) => <span>{formatProbability(observed)}</span>, isNumber: true },
        ]}
      />
    </>
  );
}
