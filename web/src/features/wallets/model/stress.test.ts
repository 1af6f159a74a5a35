import { describe, expect, it } from "vitest";
import type { StressRowAnswer } from "../api/risk-contracts";
import { healthShare, LIQUIDATION_SHARE, stressWords } from "./stress";

const row = (change: number, ...liquidated: string[]): StressRowAnswer => ({
  scenario: "asset_fall", asset: "WETH", change, label: `WETH falls by ${-100 * change} %`, health_ratio: null, health_factor: null, loss_usd: 0, liquidated,
});

describe("stress", () => {
  it("says the mildest market that liquidates", () =>
    expect(stressWords([row(-0.1), row(-0.5, "aave_v3"), row(-0.3, "aave_v3")])).toBe(
      "It would be liquidated in 2 of 3 of these markets. The mildest of them: WETH falls by 30 %.",
    ));

  it("says when all are stood, and when there are none", () => {
    expect(stressWords([row(-0.1)])).toContain("without a liquidation");
    expect(stressWords([])).toContain("nothing to stress");
  });

  it("draws liquidation at a health factor of 1, and no bar beyond its end", () => {
    expect(healthShare(1)).toBe(LIQUIDATION_SHARE);
    expect(healthShare(8e8)).toBe(1);
  });
});
