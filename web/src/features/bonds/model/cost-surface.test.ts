import { describe, expect, it } from "vitest";
import type { CostSurface } from "../api/liquidity-contracts";
import { moveBy, shadeOf } from "./cost-surface";

const surface: CostSurface = {
  sizes: [1_000, 2_000],
  horizons_minutes: [0, 60],
  cost_bps_median: [[10, 5], [20, 10]],
  cost_bps_cautious: [[20, 10], [80, 20]],
};

describe("the shade of a cost", () => {
  it("goes from the cheapest to the dearest of both confidences, by ratios", () => {
    const shade = shadeOf(surface);
    expect([5, 20, 80].map((cost) => Number(shade(cost).toFixed(6)))).toEqual([0, 0.5, 1]);
  });

  it("is even where all costs are equal, and defined at zero", () => {
    const flat = { ...surface, cost_bps_median: [[0]], cost_bps_cautious: [[0]] };
    expect(shadeOf(flat)(0)).toBe(0);
  });
});

describe("the arrow keys", () => {
  it("move one cell and stop at the edges", () => {
    expect(moveBy("ArrowDown", { row: 0, column: 1 }, 2, 2)).toEqual({ row: 1, column: 1 });
    expect(moveBy("ArrowDown", { row: 1, column: 1 }, 2, 2)).toEqual({ row: 1, column: 1 });
    expect(moveBy("ArrowLeft", { row: 0, column: 0 }, 2, 2)).toEqual({ row: 0, column: 0 });
    expect(moveBy("End", { row: 0, column: 0 }, 2, 2)).toEqual({ row: 0, column: 1 });
  });

  it("leave other keys alone", () => expect(moveBy("Tab", { row: 0, column: 0 }, 2, 2)).toBeNull());
});
