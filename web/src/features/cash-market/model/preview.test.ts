import { describe, expect, it } from "vitest";
import type { CertificatePlanAnswer, MissingAssetAnswer, PriceLevelAnswer, SidePlanAnswer } from "../api/preview-contracts";
import { clockText, makerCountOf, makerNames, priceAxis, provisionOf, secondsUntil } from "./preview";

const level = (price: number, quantity: number, percentage: number) => ({ price, quantity, percentage }) as PriceLevelAnswer;
const side = (...price_levels: PriceLevelAnswer[]) => ({ price_levels }) as SidePlanAnswer;
const plan = (bid: SidePlanAnswer | null, ask: SidePlanAnswer | null, reference: number | null = 8) =>
  ({ bid_plan: bid, ask_plan: ask, reference_price: reference }) as CertificatePlanAnswer;

describe("the price axis", () => {
  it("places both sides around the reference, highest price first", () => {
    const axis = priceAxis(plan(side(level(7.9, 100, 50)), side(level(8.1, 50, 50))));
    expect(axis.levels.map((l) => [l.side, l.at, l.size])).toEqual([["ask", 1, 0.5], ["bid", 0, 1]]);
    expect(axis.reference).toBeCloseTo(0.5);
  });

  it("draws levels that share a price as one", () => {
    const axis = priceAxis(plan(side(level(7.98, 100, 50), level(7.96, 60, 30), level(7.96, 40, 20)), null));
    expect(axis.levels.map((l) => [l.price, l.quantity, l.percentage])).toEqual([[7.98, 100, 50], [7.96, 100, 50]]);
  });

  it("copes without levels and without a reference", () => {
    expect(priceAxis(plan(null, null, null))).toEqual({ levels: [], reference: null });
    expect(priceAxis(plan(null, null)).reference).toBe(0.5);
  });
});

it("knows what the market makers are called", () => {
  const names = makerNames([plan({ mms: [{ id: "a", name: "North LP" }] } as SidePlanAnswer, null), plan(null, { mms: [{ id: "b", name: "South AH" }] } as SidePlanAnswer)]);
  expect([...names]).toEqual([["a", "North LP"], ["b", "South AH"]]);
});

describe("provisioning", () => {
  const missing = (part: Partial<MissingAssetAnswer>): MissingAssetAnswer => ({
    certificate_type: "CEA", side: "BUY", asset_type: "EUR", required: 100, available: 40, shortfall: 60.001, ...part,
  });

  it("brings euros to liquidity providers, no cent too few", () => {
    expect(provisionOf(missing({}), 3)).toEqual({ action: "create_new", mm_type: "LIQUIDITY_PROVIDER", amount: 60.01, count: 3 });
  });

  it("brings whole certificates to asset holders", () => {
    const request = provisionOf(missing({ side: "SELL", asset_type: "CEA", shortfall: 12.2 }), null);
    expect(request).toEqual({ action: "fund_existing", mm_type: "ASSET_HOLDER", amount: 13, certificate_type: "CEA" });
  });
});

it("reads how many market makers to create", () => {
  expect(["3", " 100 ", "101", "0", "1.5", "", "two"].map(makerCountOf)).toEqual([3, 100, null, null, null, null, null]);
});

it("counts down to nothing and not below", () => {
  const now = Date.parse("2026-01-20T09:00:00Z");
  expect(secondsUntil("2026-01-20T09:01:05Z", now)).toBe(65);
  expect(secondsUntil("2026-01-20T08:59:00Z", now)).toBe(0);
  expect([clockText(65), clockText(0)]).toEqual(["1:05", "0:00"]);
});
