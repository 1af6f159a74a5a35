import { describe, expect, it } from "vitest";
import type { BookAnswer } from "../api/market-contracts";
import { against, availableOf, EMPTY_DRAFT, estimateOf, faultsOf, mostOf, type OrderDraft, paidWith, requestOf } from "./order-draft";

const level = (price: number, quantity: number) => ({ price, quantity, orders: 1 });
const book: BookAnswer = {
  certificate_type: "EUA", seq: 1, as_of: null, bids: [level(71.4, 100), level(71.3, 100)], asks: [level(71.5, 100), level(71.6, 50)],
  mid: 71.45, spread: 0.1, spread_bps: 14, last_price: 71.5,
};
const draft = (part: Partial<OrderDraft>): OrderDraft => ({ ...EMPTY_DRAFT, price: "71.50", quantity: "100", ...part });

describe("a click on a price", () => {
  it("buys from an ask and sells to a bid, with the price in cents", () => {
    expect(against({ side: "SELL", price: 71.5 }, draft({ side: "SELL", quantity: "5" }))).toMatchObject({ side: "BUY", price: "71.50", quantity: "5" });
    expect(against({ side: "BUY", price: 71.4 }, draft({ type: "market" }))).toMatchObject({ side: "SELL", type: "limit", price: "71.40" });
  });
});

describe("an order draft", () => {
  it("is paid with euros to buy and certificates to sell", () => {
    expect([paidWith("BUY", "CEA"), paidWith("SELL", "CEA")]).toEqual(["EUR", "CEA"]);
    expect(availableOf([{ asset_type: "EUA", available: 5, locked: 1 }], "EUA")).toBe(5);
    expect(availableOf([], "EUR")).toBe(0);
  });

  it("can be sent when it is whole", () => expect(faultsOf(draft({}), 7150)).toEqual({}));

  it.each<[Partial<OrderDraft>, number | null, string]>([
    [{ price: "" }, null, "price"], [{ price: "71.505" }, null, "price"], [{ quantity: "1.5" }, null, "quantity"], [{ quantity: "0" }, null, "quantity"],
    [{}, 7149.99, "quantity"], [{ side: "SELL" }, 99, "quantity"], [{ postOnly: true, timeInForce: "IOC" }, null, "post_only"],
  ])("names what is wrong with %j when %s is available", (part, available, field) => expect(Object.keys(faultsOf(draft(part), available))).toEqual([field]));

  it("needs no price to sell at the market", () => {
    const atMarket = draft({ side: "SELL", type: "market", price: "" });
    expect(faultsOf(atMarket, 100)).toEqual({});
    expect(requestOf(atMarket)).toEqual({ side: "SELL", type: "market", price: null, quantity: 100, time_in_force: "IOC", post_only: false });
    expect(faultsOf({ ...atMarket, side: "BUY" }, null)).toHaveProperty("price");
  });
});

describe("an estimate", () => {
  it("costs what waits at each price, and the limit for the rest", () => {
    expect(estimateOf(draft({ price: "71.60", quantity: "200" }), book)).toEqual({ total: 14_310, atOnce: 150, quantity: 200, averagePrice: (7150 + 3580) / 150 });
  });

  it("trades nothing at once below the best ask", () => {
    expect(estimateOf(draft({ price: "71.00" }), book)).toMatchObject({ total: 7100, atOnce: 0, averagePrice: null });
  });

  it("sells into the bids, and counts only what finds a buyer", () => {
    expect(estimateOf(draft({ side: "SELL", type: "market", price: "", quantity: "300" }), book)).toMatchObject({ total: 14_270, atOnce: 200 });
    expect(estimateOf(draft({ timeInForce: "IOC", quantity: "500" }), book)).toMatchObject({ total: 7150, atOnce: 100 });
  });

  it("is not there without price or quantity", () => {
    expect(estimateOf(draft({ quantity: "" }), book)).toBeNull();
    expect(estimateOf(draft({ price: "x" }), book)).toBeNull();
  });

  it("knows the most that can be paid for", () => {
    expect(mostOf(draft({}), 7150)).toBe(100);
    expect(mostOf(draft({}), 7149.99)).toBe(99);
    expect(mostOf(draft({ side: "SELL" }), 42)).toBe(42);
    expect(mostOf(draft({ price: "" }), 7150)).toBeNull();
  });
});
