import type { WalletAlertAnswer } from "./alert-contracts";
import type { LiquidationPredictionAnswer } from "./model-contracts";
import type { ProtocolPositionAnswer, TokenBalanceAnswer } from "./position-contracts";
import type { RescueAnswer } from "./rescue-contracts";
import type {
  LiquidationPreviewAnswer, LiquidationPriceAnswer, OracleToleranceAnswer, StressRowAnswer, WalletMarketRiskAnswer,
} from "./risk-contracts";

export type RiskLevel = "none" | "unknown" | "low" | "elevated" | "high" | "critical";

/** All that is known of a wallet's risk, as of its last analysis. Money is in US dollars; what is not known is null. */
export interface WalletSummaryAnswer {
  wallet_address: string;
  as_of: string;
  observed_at: string;
  headline: string;
  narrative: string[];
  risk_level: RiskLevel;
  health: WalletHealthAnswer;
  totals: WalletTotalsAnswer;
  positions: ProtocolPositionAnswer[];
  balances: TokenBalanceAnswer[];
  liquidation_prices: LiquidationPriceAnswer[];
  oracle_tolerance: OracleToleranceAnswer[];
  liquidation_previews: LiquidationPreviewAnswer[];
  market: WalletMarketRiskAnswer;
  stress: StressRowAnswer[];
  rescues: RescueAnswer[];
  prediction: LiquidationPredictionAnswer;
  alerts: WalletAlertAnswer[];
  data_freshness: SourceFreshnessAnswer[];
  caveats: string[];
  inputs_hash: string;
  model_versions: Record<string, string>;
  seq: number;
}

export interface WalletHealthAnswer {
  health_ratio: number | null;
  health_factor: number | null;
  health_ratio_at_exit: number | null;
  health_factor_at_exit: number | null;
  debt_free: boolean;
  safety_threshold: number;
  /** 0 (far from liquidation) to 100 (beyond it). */
  liquidation_risk_score: number | null;
}

export interface WalletTotalsAnswer {
  supplied_usd: number;
  free_usd: number;
  collateral_usd: number;
  borrowed_usd: number;
  net_worth_usd: number;
  net_apy: number | null;
  unwind_gas_usd: number | null;
  gas_gwei: number | null;
  shared_collateral: { asset: string; protocols: string[]; value_usd: number }[];
}

export interface SourceFreshnessAnswer {
  source: string;
  as_of: string | null;
  status: "fresh" | "delayed" | "stale" | "missing";
  fault: "down" | "slow" | "throttled" | "refused" | "unusable" | "not_configured" | null;
}

/** News of a wallet on `wallet.{address}`. */
export interface WalletUpdatePayload {
  wallet_address: string;
  as_of: string;
  headline: string;
  risk_level: RiskLevel;
  health: WalletHealthAnswer;
  net_worth_usd: number;
  collateral_usd: number;
  borrowed_usd: number;
  open_alerts: number;
}

export interface TrackedWalletAnswer {
  wallet_address: string;
  tracked_since: string | null;
  tracked_by_caller: boolean;
  analysed_at: string | null;
}
