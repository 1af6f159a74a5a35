import { describe, expect, it } from "vitest";
import type { LiquidationPriceAnswer } from "../api/risk-contracts";
import { reachable, sigmaWords, stretchOf, toneOfChange, unreachable } from "./distance";

const price = (side: "collateral" | "debt", change: number | null): LiquidationPriceAnswer => ({
  protocol: "aave_v3", asset: "WETH", side, price_usd: 3_000, liquidation_price_usd: change === null ? null : 3_000 * (1 + change), change, distance_sigma: null,
});

describe("the distance to liquidation", () => {
  it("lies below the price now for collateral", () => expect(stretchOf(price("collateral", -0.25))).toEqual({ now: 1, liquidation: 0.75 }));

  it("lies above the price now for debt, on a scale that fits", () => {
    expect(stretchOf(price("debt", 0.4))).toEqual({ now: 0, liquidation: 0.4 });
    expect(stretchOf(price("debt", 9))?.liquidation).toBeCloseTo(1 / 1.15, 12);
  });

  it("is not drawn when no price does it", () => expect(stretchOf(price("collateral", null))).toBeNull());

  it("lists the nearest first and what never happens apart", () => {
    const prices = [price("collateral", -0.5), price("debt", null), price("debt", 0.1)];
    expect(reachable(prices).map(({ change }) => change)).toEqual([0.1, -0.5]);
    expect(unreachable(prices)).toHaveLength(1);
  });

  it("is coloured as the health that it would stand for", () => {
    expect(toneOfChange(-0.05)).toBe("critical");
    expect(toneOfChange(-0.6)).toBe("low");
    expect(toneOfChange(0.3)).toBe("moderate");
  });

  it("is told in daily volatilities", () => {
    expect(sigmaWords(-3.24)).toBe("3.2 daily volatilities away");
    expect(sigmaWords(0.02)).toBe("within a day's usual move");
    expect(sigmaWords(null)).toBe("volatility not known");
  });
});
