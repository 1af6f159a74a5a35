import { describe, expect, it } from "vitest";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { compare, isPossible, PRESETS, UNCHANGED } from "./scenario";

const bond = (index: number | null, cost: number | null, path = "market_maker"): LiquidityRiskAnswer =>
  ({
    bond: { currency: "CHF" }, risk_summary: null, liquidity_profile: { liquidity_index: index, liquidity_level: null, spread_bps: null },
    exit_recommendations: cost === null ? [{ feasible: false }] : [{ feasible: true, path, cost, fill_probability: 0.5, expected_time_to_exit_minutes: 30, expected_price: 99 }],
  }) as unknown as LiquidityRiskAnswer;

const rows = (before: LiquidityRiskAnswer, after: LiquidityRiskAnswer) => new Map(compare(before, after).map((row) => [row.name, row]));

describe("before and after", () => {
  it("knows that a high index and a low cost are good", () => {
    const found = rows(bond(70, 100), bond(50, 80));
    expect(found.get("Liquidity index")).toMatchObject({ before: "70.00", after: "50.00", move: "worse" });
    expect(found.get("Cost")).toMatchObject({ before: "CHF 100.00", after: "CHF 80.00", move: "better" });
    expect(found.get("Price")?.move).toBe("same");
  });

  it("does not judge what appears or disappears", () => {
    const found = rows(bond(70, 100), bond(70, null));
    expect(found.get("Best way out")).toMatchObject({ before: "Market maker", after: "None", move: null });
    expect(found.get("Cost")).toMatchObject({ after: "–", move: null });
    expect(found.get("Overall risk")?.move).toBe("same");
  });
});

describe("a change", () => {
  it("is possible within the bounds of the service", () => {
    expect([UNCHANGED, ...PRESETS.map((p) => p.change)].every(isPossible)).toBe(true);
  });

  it.each([{ spread_factor: 0.05 }, { spread_factor: NaN }, { depth_factor: 21 }, { rating_notches_down: 1.5 }, { rating_notches_down: 22 }])(
    "is not possible with %o",
    (part) => expect(isPossible({ ...UNCHANGED, ...part })).toBe(false),
  );
});
