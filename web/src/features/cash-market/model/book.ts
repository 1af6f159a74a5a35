import type { TopicEnvelope } from "@/lib/realtime/envelope";
import type { BookAnswer, BookChangePayload, BookLevel, Side } from "../api/market-contracts";

/** A price as a whole number of cents: safe to compare and to look up. */
export const centsOf = (price: number): number => Math.round(price * 100);

const isSnapshot = (e: TopicEnvelope): e is TopicEnvelope<BookAnswer> => e.type === "snapshot";
const isChange = (e: TopicEnvelope): e is TopicEnvelope<BookChangePayload> => e.type === "book_update";

/** A book with what its topic says. A change that does not follow on the book is left out; a snapshot is on its way then. */
export function foldBook(book: BookAnswer | null, news: TopicEnvelope): BookAnswer | null {
  if (isSnapshot(news)) return { ...news.payload, seq: news.seq };
  if (!isChange(news) || news.seq !== (book?.seq ?? NaN) + 1 || !book) return book;
  const { bids, asks, last_price } = news.payload;
  return withTop({ ...book, seq: news.seq, as_of: news.ts, bids: changed(book.bids, bids, -1), asks: changed(book.asks, asks, 1), last_price });
}

function changed(levels: readonly BookLevel[], changes: readonly BookLevel[], direction: 1 | -1): BookLevel[] {
  if (changes.length === 0) return [...levels];
  const byPrice = new Map(levels.map((level) => [centsOf(level.price), level]));
  for (const change of changes) {
    if (change.quantity === 0) byPrice.delete(centsOf(change.price));
    else byPrice.set(centsOf(change.price), change);
  }
  return [...byPrice.values()].sort((a, b) => direction * (a.price - b.price));
}

function withTop(book: BookAnswer): BookAnswer {
  const [bid, ask] = [book.bids[0]?.price, book.asks[0]?.price];
  if (bid === undefined || ask === undefined) return { ...book, mid: null, spread: null, spread_bps: null };
  const mid = (bid + ask) / 2;
  const spread = (centsOf(ask) - centsOf(bid)) / 100;
  return { ...book, mid, spread, spread_bps: (spread / mid) * 10_000 };
}

/** A level with everything up to it, counted from the best price. */
export interface LadderRow extends BookLevel {
  side: Side;
  cumulative: number;
  /** Share of what waits at the nearest levels of the deeper side, 0 to 1. */
  depth: number;
  isBest: boolean;
}

export interface Ladder {
  /** Lowest price last, so that the best ask stands next to the middle. */
  asks: LadderRow[];
  bids: LadderRow[];
}

/** Depth is drawn against this many levels, so that it can be told apart near the middle. */
const NEAREST = 16;

/** The `most` best levels of each side, as they stand on the screen. */
export function ladderOf(book: BookAnswer, most: number): Ladder {
  const bids = accumulated(book.bids.slice(0, most), "BUY");
  const asks = accumulated(book.asks.slice(0, most), "SELL");
  const near = (rows: readonly LadderRow[]): number => rows.slice(0, NEAREST).at(-1)?.cumulative ?? 0;
  const greatest = Math.max(near(bids), near(asks), 1);
  const scaled = (row: LadderRow): LadderRow => ({ ...row, depth: Math.min(1, row.cumulative / greatest) });
  return { bids: bids.map(scaled), asks: asks.map(scaled).reverse() };
}

function accumulated(levels: readonly BookLevel[], side: Side): LadderRow[] {
  let cumulative = 0;
  return levels.map((level, i) => ({ ...level, side, cumulative: (cumulative += level.quantity), depth: 0, isBest: i === 0 }));
}
