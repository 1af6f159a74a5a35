import { domainOf, linear, ticks } from "@/lib/chart/scale";
import { formatBasisPoints, formatShare } from "@/lib/format/numbers";
import { useWidth } from "@/lib/use-width";
import type { LiquidityRiskAnswer } from "../api/contracts";
import type { ExitPlan } from "../api/exit-contracts";
import { frontierOf, type FrontierPoint } from "../model/frontier";
import styles from "./frontier-chart.module.css";

const HEIGHT = 220;
const MARGIN = { top: 12, right: 16, bottom: 38, left: 46 };

/** Expected cost against expected fill: surer plans to the right, cheaper ones further down. */
export function FrontierChart({ plan, answer }: { plan: ExitPlan; answer: LiquidityRiskAnswer }) {
  const [frame, width] = useWidth<HTMLElement>(420);
  const points = frontierOf(plan, answer);
  const xDomain = domainOf(points.map((p) => p.fill), 0);
  const yDomain = domainOf(points.map((p) => p.cost));
  const x = linear(xDomain, [MARGIN.left, width - MARGIN.right]);
  const y = linear(yDomain, [HEIGHT - MARGIN.bottom, MARGIN.top]);
  const line = points.filter((p) => p.kind === "frontier").map((p) => `${x(p.fill)},${y(p.cost)}`);
  return (
    <figure className={styles.frame} ref={frame}>
      <svg width={width} height={HEIGHT} role="img" aria-label={spoken(points)}>
        {ticks(yDomain, 4).map((t) => (
          <g key={t}>
            <line className={styles.grid} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(t)} y2={y(t)} />
            <text className={styles.left} x={MARGIN.left - 8} y={y(t) + 4}>
              {t}
            </text>
          </g>
        ))}
        {ticks(xDomain, 4).map((t) => (
          <text key={t} className={styles.below} x={x(t)} y={HEIGHT - MARGIN.bottom + 18}>
            {formatShare(t)}
          </text>
        ))}
        <text className={styles.below} x={(MARGIN.left + width - MARGIN.right) / 2} y={HEIGHT - 4}>
          Expected fill
        </text>
        <text className={styles.left} x={MARGIN.left - 8} y={HEIGHT - MARGIN.bottom + 18}>
          bp
        </text>
        {line.length > 1 && <polyline className={styles.line} points={line.join(" ")} />}
        {points.map((p) => (
          <Mark key={`${p.kind} ${p.fill} ${p.cost}`} point={p} x={x(p.fill)} y={y(p.cost)} />
        ))}
      </svg>
      <figcaption className={styles.legend}>
        <span data-kind="recommended">Recommended</span>
        <span data-kind="single">Best single path</span>
        <span data-kind="frontier">Neither surer nor cheaper exists</span>
      </figcaption>
    </figure>
  );
}

function Mark({ point, x, y }: { point: FrontierPoint; x: number; y: number }) {
  const title = <title>{`${point.text}: ${formatShare(point.fill)} at ${formatBasisPoints(point.cost)}`}</title>;
  if (point.kind === "recommended") return <path className={styles.recommended} d={`M${x} ${y - 8}l8 8-8 8-8-8z`}>{title}</path>;
  if (point.kind === "single") return <rect className={styles.single} x={x - 6} y={y - 6} width="12" height="12">{title}</rect>;
  return <circle className={styles.frontier} cx={x} cy={y} r="4.5">{title}</circle>;
}

const spoken = (points: FrontierPoint[]): string =>
  `Cost against expected fill. ${points.map((p) => `${p.text}: ${formatShare(p.fill)} at ${formatBasisPoints(p.cost)}`).join("; ")}.`;
