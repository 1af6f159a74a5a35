import type { BookAnswer, BookLevel } from "../api/market-contracts";

export interface DepthPoint {
  price: number;
  /** Certificates that can be traded up to this price. */
  cumulative: number;
}

export interface Depth {
  /** From the best price outwards. */
  bids: DepthPoint[];
  asks: DepthPoint[];
  domain: [number, number];
  greatest: number;
}

/** Shows the middle with at most this share of the price on either side, so that far-off orders do not flatten the picture. */
const REACH = 0.02;

/** Room beyond the outermost level, relative to its distance, so that it is seen as a step. */
const MARGIN = 0.08;

/** How much can be traded up to each price; null when there is nothing to draw. */
export function depthOf(book: BookAnswer): Depth | null {
  const centre = book.mid ?? book.bids[0]?.price ?? book.asks[0]?.price;
  if (centre === undefined) return null;
  const near = (levels: readonly BookLevel[]): DepthPoint[] => {
    let cumulative = 0;
    return levels.filter(({ price }) => Math.abs(price - centre) <= centre * REACH).map(({ price, quantity }) => ({ price, cumulative: (cumulative += quantity) }));
  };
  const [bids, asks] = [near(book.bids), near(book.asks)];
  const far = Math.max(...[...bids, ...asks].map(({ price }) => Math.abs(price - centre)), 0.01);
  const reach = far * (1 + MARGIN);
  return { bids, asks, domain: [centre - reach, centre + reach], greatest: Math.max(bids.at(-1)?.cumulative ?? 0, asks.at(-1)?.cumulative ?? 0) };
}

/** What a reader who points at a price is told. */
export interface DepthReading {
  side: "bid" | "ask" | "between";
  price: number;
  cumulative: number;
}

/** At a price on the bid side: what can be sold down to it; on the ask side: what can be bought up to it. */
export function readDepth({ bids, asks }: Depth, price: number): DepthReading {
  const bid = bids.findLast((point) => point.price >= price);
  if (bid) return { side: "bid", price, cumulative: bid.cumulative };
  const ask = asks.findLast((point) => point.price <= price);
  return ask ? { side: "ask", price, cumulative: ask.cumulative } : { side: "between", price, cumulative: 0 };
}
