import { describe, expect, it } from "vitest";
import type { MarketMakerAnswer } from "../api/maker-contracts";
import { assetAmountOf, earnedBy, EMPTY_MAKER, type MakerDraft, makerRequestOf, openOrdersOf, referenceText } from "./makers";

const draft = (part: Partial<MakerDraft>): MakerDraft => ({ ...EMPTY_MAKER, name: " Rhine ", ...part });

describe("a market maker's draft", () => {
  it("gives a liquidity provider euros and nothing else", () => {
    expect(makerRequestOf(draft({ balances: { EUR: "500,000", EUA: "5", CEA: "" } }))).toEqual({
      name: "Rhine", mm_type: "LIQUIDITY_PROVIDER", initial_eur_balance: 500_000,
    });
  });

  it("gives an asset holder certificates and nothing else", () => {
    expect(makerRequestOf(draft({ type: "ASSET_HOLDER", owner: "Holding", balances: { EUR: "5", EUA: "12", CEA: "" } }))).toEqual({
      name: "Rhine", mm_type: "ASSET_HOLDER", initial_balances: { EUA: 12 }, beneficial_owner: "Holding",
    });
  });

  it.each([{ name: " " }, { balances: { EUR: "x", EUA: "", CEA: "" } }, { balances: { EUR: "-5", EUA: "", CEA: "" } }])("is not whole with %j", (part) =>
    expect(makerRequestOf(draft(part))).toBeNull(),
  );

  it("reads amounts by asset, with a minus to take out", () => {
    expect(assetAmountOf("-1,000.50", "EUR")).toBe(-1000.5);
    expect(assetAmountOf("1.5", "EUA")).toBeNull();
    expect(assetAmountOf("", "CEA")).toBe(0);
  });
});

describe("a market maker", () => {
  const maker = {
    mm_type: "LIQUIDITY_PROVIDER", open_orders: { EUA: 3, CEA: 2 },
    balances: [{ asset_type: "EUR", available: 5, locked: 0 }, { asset_type: "EUA", available: 0, locked: 7 }, { asset_type: "CEA", available: 0, locked: 0 }],
  } as unknown as MarketMakerAnswer;

  it("has earned what it does not quote with", () => expect(earnedBy(maker).map((b) => b.asset_type)).toEqual(["EUA"]));

  it("counts its open orders over all certificates", () => expect(openOrdersOf(maker)).toBe(5));
});

it("names a transaction's reference shortly", () => {
  expect(referenceText("operation d1ea6227b659b3467f0da70fbe58b485")).toBe("operation d1ea6227");
  expect(referenceText("trade EUA 12")).toBe("trade EUA 12");
});
