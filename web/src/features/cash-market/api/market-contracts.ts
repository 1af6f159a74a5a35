export const CERTIFICATES = ["EUA", "CEA"] as const;
export type Certificate = (typeof CERTIFICATES)[number];
export type Side = "BUY" | "SELL";

/** All orders of one price. In a change, quantity 0 means that the level is gone. */
export interface BookLevel {
  price: number;
  quantity: number;
  orders: number;
}

export interface BookAnswer {
  certificate_type: Certificate;
  seq: number;
  as_of: string | null;
  /** Highest price first. */
  bids: BookLevel[];
  /** Lowest price first. */
  asks: BookLevel[];
  mid: number | null;
  spread: number | null;
  spread_bps: number | null;
  last_price: number | null;
}

/** What changed in a book. */
export interface BookChangePayload {
  certificate_type: Certificate;
  bids: BookLevel[];
  asks: BookLevel[];
  last_price: number | null;
}

export interface TradeAnswer {
  id: number;
  certificate_type: Certificate;
  price: number;
  quantity: number;
  /** What the arriving order did. */
  side: Side;
  at: string;
}

export interface TradeListAnswer {
  certificate_type: Certificate;
  /** Newest first. */
  items: TradeAnswer[];
}

/** A market over the last 24 hours. */
export interface MarketStatsAnswer {
  certificate_type: Certificate;
  as_of: string;
  last_price: number | null;
  change: number | null;
  change_percent: number | null;
  high: number | null;
  low: number | null;
  volume: number;
  turnover_eur: number;
  trades: number;
  best_bid: number | null;
  best_ask: number | null;
  spread: number | null;
  spread_bps: number | null;
  bid_depth_eur: number | null;
  ask_depth_eur: number | null;
}

export type CandleInterval = "1m" | "1h" | "1d";

export interface CandleAnswer {
  start: string;
  open: number;
  high: number;
  low: number;
  close: number;
  volume: number;
  turnover_eur: number;
  trades: number;
}

export interface CandleListAnswer {
  certificate_type: Certificate;
  interval: CandleInterval;
  /** Oldest first; the last one may still be open. */
  items: CandleAnswer[];
}
