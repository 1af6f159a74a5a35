import { describe, expect, it } from "vitest";
import type { OrderAnswer } from "../api/order-contracts";
import { losesPlace, ownLevels, placedText, replacementOf, statusText, withOrders } from "./orders";

const order = (part: Partial<OrderAnswer> = {}): OrderAnswer => ({
  id: "1", certificate_type: "EUA", side: "BUY", type: "limit", price: 71.5, quantity: 100, filled: 0, remaining: 100, average_price: null, status: "open",
  reason: null, time_in_force: "GTC", post_only: false, placed_at: "2026-01-20T09:00:00Z", updated_at: "2026-01-20T09:00:00Z", ...part,
});

describe("the words of an order", () => {
  it.each<[Partial<OrderAnswer>, string]>([
    [{}, "Waits"],
    [{ status: "partially_filled", filled: 40, remaining: 60 }, "40 of 100 traded"],
    [{ status: "filled", filled: 100 }, "Traded"],
    [{ status: "cancelled", reason: "fill_or_kill" }, "Cancelled: not all of it could trade at once"],
    [{ status: "cancelled", reason: "requested", filled: 40 }, "40 traded, rest cancelled by you"],
    [{ status: "cancelled", reason: "requested" }, "Cancelled by you"],
    [{ status: "cancelled", reason: "market_closed" }, "Cancelled: market closed"],
  ])("%j is %j", (part, words) => expect(statusText(order(part))).toBe(words));

  it("tell what traded and what waits", () => {
    expect(placedText(order({ status: "partially_filled", filled: 40, remaining: 60, average_price: 71.48 }))).toBe(
      "Buy order for 100 EUA: 40 traded at 71.48, 60 wait at 71.50.",
    );
    expect(placedText(order({ status: "cancelled", reason: "immediate_or_cancel", filled: 40, average_price: 71.4 }))).toBe(
      "Buy order for 100 EUA: 40 traded at 71.40, rest cancelled.",
    );
  });
});

describe("a list of orders", () => {
  const done = order({ id: "2", status: "filled", placed_at: "2026-01-20T10:00:00Z" });

  it("takes newer tellings and puts those that wait first", () => {
    const told = [order({ filled: 10, updated_at: "2026-01-20T09:05:00Z" }), order({ id: "3", placed_at: "2026-01-20T08:00:00Z" })];
    expect(withOrders([done, order()], told, "EUA").map((o) => [o.id, o.filled])).toEqual([["1", 10], ["3", 0], ["2", 0]]);
  });

  it("leaves out older tellings and other certificates", () => {
    const told = [order({ filled: 10, updated_at: "2026-01-20T08:00:00Z" }), order({ id: "9", certificate_type: "CEA" })];
    expect(withOrders([order()], told, "EUA")).toEqual([order()]);
  });

  it("adds up what waits at each price", () => {
    expect([...ownLevels([order(), order({ id: "4", remaining: 5 }), done])]).toEqual([[7150, 105]]);
  });
});

describe("a replacement", () => {
  it("sends only what changes", () => {
    expect(replacementOf(order(), "71.50", "80")).toEqual({ quantity: 80, if_remaining: 100 });
    expect(replacementOf(order(), "71.40", "100")).toEqual({ price: 71.4, if_remaining: 100 });
    expect(replacementOf(order(), "71.405", "100")).toBeNull();
    expect(replacementOf(order(), "71.40", "1.5")).toBeNull();
  });

  it("keeps its place only for a smaller quantity at the same price", () => {
    expect(losesPlace(order(), { quantity: 80, if_remaining: 100 })).toBe(false);
    expect(losesPlace(order(), { quantity: 120, if_remaining: 100 })).toBe(true);
    expect(losesPlace(order(), { price: 71.4, if_remaining: 100 })).toBe(true);
  });
});
