import { describe, expect, it } from "vitest";
import { bandOf, gaugeShare, HEALTH_BANDS, healthWord, toneOf } from "./health";

describe("health", () => {
  it.each([
    [0.99, "Can be liquidated", "critical"],
    [1, "Very near liquidation", "critical"],
    [1.1, "Near liquidation", "high"],
    [1.2, "Some room", "moderate"],
    [1.5, "Comfortable", "low"],
    [2, "Far from liquidation", "low"],
    [8e8, "Far from liquidation", "low"],
  ])("of %s is %s", (factor, word, tone) => {
    expect(bandOf(factor)).toMatchObject({ word, tone });
  });

  it("stands on the gauge where its band ends", () => {
    for (const { below, end } of HEALTH_BANDS) expect(gaugeShare(below)).toBeCloseTo(end, 12);
  });

  it("stands further on the gauge the higher it is, and within it", () => {
    const shares = [-1, 0, 0.5, 0.999, 1, 1.05, 1.15, 1.3, 1.7, 2.4, 3, 1e9].map(gaugeShare);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares[0]).toBe(0);
    expect(shares.at(-1)).toBe(1);
  });

  it("is named for wallets without debt and for those of which it is not known", () => {
    expect(healthWord(null, true)).toBe("No debt");
    expect(healthWord(null, false)).toBe("Not known");
    expect(toneOf(null)).toBe("unknown");
  });
});
