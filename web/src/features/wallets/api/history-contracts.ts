export interface WalletHistoryAnswer {
  wallet_address: string;
  from: string;
  to: string;
  points: WalletHistoryPoint[];
}

/** A wallet's figures at a time. */
export interface WalletHistoryPoint {
  at: string;
  health_ratio: number | null;
  health_factor: number | null;
  liquidation_risk_score: number | null;
  exposure_score: number | null;
  collateral_usd: number;
  borrowed_usd: number;
  net_worth_usd: number;
  value_at_risk_usd: number | null;
  open_alerts: number;
}
