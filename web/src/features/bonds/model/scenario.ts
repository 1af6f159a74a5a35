import { formatMinutes } from "@/lib/format/dates";
import { formatBasisPoints, formatExactScore, formatFigure, formatMoney, formatShare } from "@/lib/format/numbers";
import type { LiquidityRiskAnswer } from "../api/contracts";
import type { ScenarioRequest } from "../api/bond-contracts";
import { pathName } from "./exit-wording";
import { LEVEL_WORDS } from "./wording";

export type Change = Omit<ScenarioRequest, "trade_size">;

export const UNCHANGED: Change = { spread_factor: 1, depth_factor: 1, market_maker_offline: false, rating_notches_down: 0 };

/** Changes that people ask for first. */
export const PRESETS: { name: string; change: Change }[] = [
  { name: "Thin market", change: { ...UNCHANGED, spread_factor: 2, depth_factor: 0.5 } },
  { name: "Dealer gone", change: { ...UNCHANGED, market_maker_offline: true } },
  { name: "Downgrade by 3", change: { ...UNCHANGED, rating_notches_down: 3 } },
  { name: "Crisis", change: { spread_factor: 4, depth_factor: 0.2, market_maker_offline: true, rating_notches_down: 2 } },
];

/** Whether the service takes it. */
export const isPossible = (c: Change): boolean =>
  c.spread_factor >= 0.1 && c.spread_factor <= 20 && c.depth_factor >= 0 && c.depth_factor <= 20
  && Number.isInteger(c.rating_notches_down) && c.rating_notches_down >= 0 && c.rating_notches_down <= 21;

export interface Comparison {
  name: string;
  before: string;
  after: string;
  /** How the figure moves for somebody who wants to sell; null where that cannot be said. */
  move: "better" | "worse" | "same" | null;
}

/** The figures of a bond before and after. */
export function compare(before: LiquidityRiskAnswer, after: LiquidityRiskAnswer): Comparison[] {
  const row = (
    name: string, value: (a: LiquidityRiskAnswer) => number | null | undefined, format: (value: number | null | undefined) => string, good: "high" | "low",
  ): Comparison => ({ name, before: format(value(before)), after: format(value(after)), move: moveOf(value(before), value(after), good) });
  const word = (name: string, text: (a: LiquidityRiskAnswer) => string): Comparison =>
    ({ name, before: text(before), after: text(after), move: text(before) === text(after) ? "same" : null });
  return [
    row("Liquidity index", (a) => a.liquidity_profile?.liquidity_index, formatExactScore, "high"),
    word("Level", (a) => LEVEL_WORDS[a.liquidity_profile?.liquidity_level ?? "not_assessed"]),
    row("Spread", (a) => a.liquidity_profile?.spread_bps, formatBasisPoints, "low"),
    row("Overall risk", (a) => a.risk_summary?.overall_score, formatExactScore, "low"),
    word("Best way out", (a) => { const best = bestOf(a); return best ? pathName(best.path, "professional") : "None"; }),
    row("Fill probability", (a) => bestOf(a)?.fill_probability, formatShare, "high"),
    row("Time to exit", (a) => bestOf(a)?.expected_time_to_exit_minutes, formatMinutes, "low"),
    row("Price", (a) => bestOf(a)?.expected_price, formatFigure, "high"),
    row("Cost", (a) => bestOf(a)?.cost, (v) => formatMoney(v, before.bond?.currency ?? null), "low"),
    row("Ways out", (a) => a.exit_recommendations.filter((e) => e.feasible).length, formatFigure, "high"),
  ];
}

const bestOf = (a: LiquidityRiskAnswer) => a.exit_recommendations.find((exit) => exit.feasible);

function moveOf(before: number | null | undefined, after: number | null | undefined, good: "high" | "low"): Comparison["move"] {
  if (before == null || after == null) return before == null && after == null ? "same" : null;
  if (before === after) return "same";
  return after > before === (good === "high") ? "better" : "worse";
}
