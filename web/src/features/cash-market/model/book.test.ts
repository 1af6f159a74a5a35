import { describe, expect, it } from "vitest";
import type { TopicEnvelope } from "@/lib/realtime/envelope";
import type { BookAnswer, BookLevel } from "../api/market-contracts";
import { foldBook, ladderOf } from "./book";

const level = (price: number, quantity: number): BookLevel => ({ price, quantity, orders: 1 });
const book: BookAnswer = {
  certificate_type: "EUA", seq: 7, as_of: null, bids: [level(71.4, 100), level(71.3, 50)], asks: [level(71.5, 80), level(71.6, 20)],
  mid: 71.45, spread: 0.1, spread_bps: 14, last_price: 71.4,
};
const news = (type: string, seq: number, payload: object): TopicEnvelope => ({ type, topic: "market.EUA.book", seq, ts: "2026-01-20T09:00:00Z", payload, meta: null });
const change = (seq: number, bids: BookLevel[], asks: BookLevel[] = []) => news("book_update", seq, { certificate_type: "EUA", bids, asks, last_price: 71.5 });

describe("a live book", () => {
  it("takes a snapshot as it is, with the number of its message", () => {
    expect(foldBook(null, news("snapshot", 9, book))).toEqual({ ...book, seq: 9 });
  });

  it("changes, adds and drops levels and keeps them in order", () => {
    const next = foldBook(book, change(8, [level(71.4, 0), level(71.35, 10)], [level(71.5, 30), level(71.55, 5)]));
    expect(next?.bids.map((l) => [l.price, l.quantity])).toEqual([[71.35, 10], [71.3, 50]]);
    expect(next?.asks.map((l) => [l.price, l.quantity])).toEqual([[71.5, 30], [71.55, 5], [71.6, 20]]);
    expect(next).toMatchObject({ seq: 8, spread: 0.15, last_price: 71.5 });
    expect(next?.mid).toBeCloseTo(71.425);
    expect(next?.spread_bps).toBeCloseTo(21.0, 1);
  });

  it("has no middle when a side is empty", () => {
    const next = foldBook(book, change(8, [level(71.4, 0), level(71.3, 0)]));
    expect(next).toMatchObject({ bids: [], mid: null, spread: null, spread_bps: null });
  });

  it.each([7, 9])("leaves out a change that does not follow (%d after 7)", (seq) => expect(foldBook(book, change(seq, [level(71.4, 1)]))).toBe(book));

  it("leaves out changes before the first snapshot", () => expect(foldBook(null, change(1, [level(71.4, 1)]))).toBeNull());
});

describe("a ladder", () => {
  it("puts the best prices next to the middle and counts from there", () => {
    const { asks, bids } = ladderOf(book, 10);
    expect(asks.map((r) => [r.price, r.cumulative, r.isBest])).toEqual([[71.6, 100, false], [71.5, 80, true]]);
    expect(bids.map((r) => [r.price, r.cumulative, r.isBest])).toEqual([[71.4, 100, true], [71.3, 150, false]]);
  });

  it("draws depth against the deeper side", () => {
    expect(ladderOf(book, 10).bids.map((r) => r.depth)).toEqual([100 / 150, 1]);
    expect(ladderOf(book, 1).asks.map((r) => r.depth)).toEqual([0.8]);
    expect(ladderOf({ ...book, bids: [], asks: [] }, 10)).toEqual({ asks: [], bids: [] });
  });
});
