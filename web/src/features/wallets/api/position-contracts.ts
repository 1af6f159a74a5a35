/** What a wallet has and owes in one protocol. */
export interface ProtocolPositionAnswer {
  protocol: string;
  health_factor: number | null;
  health_factor_at_exit: number | null;
  supplied_usd: number;
  collateral_usd: number;
  borrowed_usd: number;
  borrow_limit_usd: number;
  /** Debt above which the position can be liquidated. */
  liquidation_value_usd: number;
  e_mode: string | null;
  protocol_locked_usd: number | null;
  supplied: SuppliedAssetAnswer[];
  borrowed: BorrowedAssetAnswer[];
}

export interface SuppliedAssetAnswer {
  asset: string;
  amount: number;
  price_usd: number | null;
  value_usd: number | null;
  liquidation_threshold: number;
  loan_to_value: number;
  liquidation_bonus: number;
  is_collateral: boolean;
  apy: number | null;
}

export interface BorrowedAssetAnswer {
  asset: string;
  amount: number;
  price_usd: number | null;
  value_usd: number | null;
  apy: number | null;
}

export interface TokenBalanceAnswer {
  asset: string;
  amount: number;
  price_usd: number | null;
  value_usd: number | null;
}
