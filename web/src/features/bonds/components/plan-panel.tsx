import { Panel } from "@/components/panel";
import { ScrollTable } from "@/components/scroll-table";
import { formatMinutes } from "@/lib/format/dates";
import { formatAmount, formatBasisPoints, formatExactScore, formatFigure, formatShare } from "@/lib/format/numbers";
import type { LiquidityRiskAnswer } from "../api/contracts";
import type { PlanOption } from "../api/exit-contracts";
import { useExitPlan } from "../api/get-exit-plan";
import { pathName } from "../model/exit-wording";
import { FrontierChart } from "./frontier-chart";
import styles from "./plan-panel.module.css";

/** How to sell in parts, and what surer or cheaper plans there are. */
export function PlanPanel({ answer }: { answer: LiquidityRiskAnswer }) {
  const plan = useExitPlan(answer);
  const best = plan?.recommended ?? null;
  return (
    <Panel anchor="parts" title="Selling in parts" note={plan && best ? scoreText(best, plan.single_score) : undefined}>
      {plan && !best && <p>No way out takes any part of this size.</p>}
      {plan && best && (
        <div className={styles.columns}>
          <div className={styles.plan}>
            <Steps plan={best} />
            <p>
              Expected to sell {formatShare(best.expected_fill)} at {formatBasisPoints(best.expected_cost_bps)}, done after{" "}
              {formatMinutes(best.completion_minutes)}
              {best.unplaced_face > 0 && `; ${formatAmount(best.unplaced_face)} of face value finds no place`}.
            </p>
          </div>
          <FrontierChart plan={plan} answer={answer} />
        </div>
      )}
    </Panel>
  );
}

const scoreText = (best: PlanOption, single: number | null): string =>
  `Score ${formatExactScore(best.score)}, best single path ${formatExactScore(single)}`;

function Steps({ plan }: { plan: PlanOption }) {
  return (
    <ScrollTable label="Recommended parts">
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Face</th>
          <th scope="col">Fill p</th>
          <th scope="col">Done after</th>
          <th scope="col">Price</th>
        </tr>
      </thead>
      <tbody>
        {plan.steps.map((step) => (
          <tr key={`${step.path} ${step.round}`}>
            <th scope="row">
              {pathName(step.path, "professional")}
              {step.round > 0 && `, round ${step.round + 1}`}
            </th>
            <td>{formatAmount(step.face)}</td>
            <td>{formatShare(step.fill_probability)}</td>
            <td>{formatMinutes(step.expected_time_to_exit_minutes)}</td>
            <td>{formatFigure(step.expected_price)}</td>
          </tr>
        ))}
      </tbody>
    </ScrollTable>
  );
}
