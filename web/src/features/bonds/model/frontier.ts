import type { LiquidityRiskAnswer } from "../api/contracts";
import type { ExitPlan, PlanOption } from "../api/exit-contracts";
import { pathName } from "./exit-wording";

/** A plan as a point: how much is expected to be sold, and what that loses. */
export interface FrontierPoint {
  kind: "frontier" | "single" | "recommended";
  text: string;
  fill: number;
  cost: number;
}

/** The plans worth comparing, least sure first; plans without a price have no place. What is to stand out comes last. */
export function frontierOf(plan: ExitPlan, { exit_recommendations: exits }: LiquidityRiskAnswer): FrontierPoint[] {
  const frontier = plan.frontier.flatMap((option) => pointOf(option, "frontier")).sort((a, b) => a.fill - b.fill);
  const best = exits.find((exit) => exit.feasible);
  const [fill, spread] = [best?.fill_probability ?? null, best?.expected_spread_bps ?? null];
  const whole: FrontierPoint[] =
    best && fill !== null && spread !== null ? [{ kind: "single", text: `All by ${pathName(best.path, "professional")}`, fill, cost: spread / 2 }] : [];
  return [...frontier, ...whole, ...(plan.recommended ? pointOf(plan.recommended, "recommended") : [])];
}

function pointOf(option: PlanOption, kind: FrontierPoint["kind"]): FrontierPoint[] {
  if (option.expected_cost_bps === null) return [];
  const parts = option.steps.length;
  const text = `${kind === "recommended" ? "Recommended" : "Plan"} in ${parts} ${parts === 1 ? "part" : "parts"}`;
  return [{ kind, text, fill: option.expected_fill, cost: option.expected_cost_bps }];
}
