export interface TimeToExit {
  low_minutes: number;
  expected_minutes: number;
  high_minutes: number;
  fill_probability: number;
}

export interface QuotedSlippage {
  face: number;
  cost_bps: number;
  visible_share: number;
}

export interface TradingHistory {
  days: number;
  amihud_per_million: number | null;
  roll_spread_bps: number | null;
}

export interface AuctionSignal {
  auction_id: string;
  bid_cover: number | null;
  demand_slope_bps: number | null;
  clearing_price_estimate: number | null;
  next_window: string | null;
  observed_at: string;
}

export interface MarketMakerSignal {
  online: boolean;
  quote_quality: string;
  quotes_last24h: number;
  last_quote_spread_bps: number | null;
  capacity_face: number | null;
  observed_at: string;
}

/** The second liquidity model beside the first. */
export interface SecondIndex {
  model: string;
  liquidity_index: number | null;
  liquidity_level: string | null;
  segment: string;
  cost_bps: number | null;
  not_assessed_reason: string | null;
  difference: string | null;
}

/** Basis points below mid: one row per size, one column per horizon. */
export interface CostSurface {
  sizes: number[];
  horizons_minutes: number[];
  cost_bps_median: number[][];
  cost_bps_cautious: number[][];
}

/** What a profile has beyond the market and its index; a push on a topic leaves it out. */
export interface LiquidityDetails {
  quoted_slippage: QuotedSlippage | null;
  turnover_ratio: number | null;
  trading_history: TradingHistory | null;
  auction_signal: AuctionSignal | null;
  market_maker_signal: MarketMakerSignal | null;
  second_index: SecondIndex | null;
  cost_surface: CostSurface | null;
}
