export type PriceSide = "collateral" | "debt";

/** The price of one token, the others held, at which a position can be liquidated. */
export interface LiquidationPriceAnswer {
  protocol: string;
  asset: string;
  side: PriceSide;
  price_usd: number;
  liquidation_price_usd: number | null;
  /** A fraction of the price now: negative for a fall. */
  change: number | null;
  /** The same in daily volatilities. */
  distance_sigma: number | null;
}

/** How wrong a price feed may be until a position is liquidated. */
export interface OracleToleranceAnswer {
  protocol: string;
  asset: string | null;
  side: PriceSide;
  basis_points: number | null;
}

export interface LiquidationPreviewAnswer {
  protocol: string;
  moment: "now" | "when_prices_fall";
  price_fall: number;
  offers: LiquidationOfferAnswer[];
}

export interface LiquidationOfferAnswer {
  debt_asset: string;
  debt_repaid: number;
  debt_repaid_usd: number;
  collateral_asset: string;
  collateral_seized: number;
  collateral_seized_usd: number;
  bonus_usd: number;
  liquidator_profit_usd: number;
  close_factor: number;
  health_factor_after: number | null;
}

export interface WalletMarketRiskAnswer {
  volatility: { daily: number; annualised: number; window_days: number; coverage: number } | null;
  value_at_risk: WalletVarAnswer;
  concentration: { by_asset: SpreadAnswer | null; by_protocol: SpreadAnswer | null };
  correlation_risk: number | null;
  liquidity: { days_to_sell: number | null; thin_assets: string[]; coverage: number };
  exposure: ExposureScoreAnswer;
}

/** What may be lost in a day by prices alone; losses are positive. */
export interface WalletVarAnswer {
  status: "ok" | "insufficient_data";
  confidence: number;
  sample_days: number;
  coverage: number;
  historical_usd: number | null;
  raw_quantile_usd: number | null;
  expected_shortfall_usd: number | null;
  parametric_usd: number | null;
  monte_carlo_usd: number | null;
  share_of_net_worth: number | null;
}

export interface SpreadAnswer {
  largest: string;
  largest_share: number;
  hhi: number;
  effective_number: number;
}

export interface ExposureScoreAnswer {
  value: number | null;
  concentration: number | null;
  volatility: number | null;
  liquidity: number | null;
  correlation: number | null;
}

export interface StressRowAnswer {
  scenario: "asset_fall" | "depeg" | "crash";
  asset: string | null;
  change: number;
  label: string;
  health_ratio: number | null;
  health_factor: number | null;
  loss_usd: number;
  liquidated: string[];
}
