import { describe, expect, it } from "vitest";
import type { BookAnswer } from "../api/market-contracts";
import { depthOf, readDepth } from "./depth";

const level = (price: number, quantity: number) => ({ price, quantity, orders: 1 });
const book: BookAnswer = {
  certificate_type: "EUA", seq: 1, as_of: null, bids: [level(99, 10), level(98.5, 20), level(50, 900)], asks: [level(101, 5), level(102, 15)],
  mid: 100, spread: 2, spread_bps: 200, last_price: null,
};

describe("depth", () => {
  it("adds up from the best price and leaves far-off orders out", () => {
    const depth = depthOf(book);
    expect(depth?.bids).toEqual([{ price: 99, cumulative: 10 }, { price: 98.5, cumulative: 30 }]);
    expect(depth?.asks.at(-1)).toEqual({ price: 102, cumulative: 20 });
    expect(depth?.greatest).toBe(30);
    expect(depth?.domain[0]).toBeCloseTo(97.84);
    expect(depth?.domain[1]).toBeCloseTo(102.16);
  });

  it("is nothing without orders, and one-sided with one side", () => {
    expect(depthOf({ ...book, bids: [], asks: [], mid: null })).toBeNull();
    expect(depthOf({ ...book, bids: [], mid: null })?.asks).toHaveLength(2);
  });

  it.each([[98.5, "bid", 30], [98.7, "bid", 10], [99.5, "between", 0], [101, "ask", 5], [101.5, "ask", 5], [102, "ask", 20]] as const)(
    "at %d reads %s with %d",
    (price, side, cumulative) => {
      const depth = depthOf(book);
      expect(depth && readDepth(depth, price)).toEqual({ side, price, cumulative });
    },
  );
});
