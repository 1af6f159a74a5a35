import type { Asset, BalanceAnswer } from "./account-contracts";
import type { Certificate } from "./market-contracts";

/** An asset holder only sells certificates; a liquidity provider only buys with EUR. */
export type MakerType = "ASSET_HOLDER" | "LIQUIDITY_PROVIDER";

export interface MarketMakerRequest {
  name: string;
  mm_type: MakerType;
  initial_eur_balance?: number;
  initial_balances?: Partial<Record<Certificate, number>>;
  beneficial_owner?: string;
}

/** A market maker's work in one market; shares are 0 to 1. */
export interface MakerPerformanceAnswer {
  certificate_type: Certificate;
  time_at_top: number | null;
  fill_ratio: number | null;
  average_spread_bps: number | null;
  orders_placed: number;
  trades: number;
  volume: number;
}

export interface MarketMakerAnswer {
  id: string;
  name: string;
  mm_type: MakerType;
  is_active: boolean;
  beneficial_owner: string;
  eur_balance: number;
  cea_balance: number;
  eua_balance: number;
  balances: BalanceAnswer[];
  open_orders: Partial<Record<Certificate, number>>;
  performance: MakerPerformanceAnswer[];
  created_at: string;
  created_by: string;
}

export interface MarketMakerListAnswer {
  items: MarketMakerAnswer[];
}

export interface FundRequest {
  asset_type: Asset;
  amount: number;
  notes?: string;
}

export interface ProvisionRequest {
  action: "create_new" | "fund_existing";
  mm_type: MakerType;
  amount: number;
  certificate_type?: Certificate;
  count?: number;
}

export interface ProvisionAnswer {
  action: string;
  asset_type: Asset;
  amount: number;
  market_makers: MarketMakerAnswer[];
}
