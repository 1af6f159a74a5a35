import type { WalletHealthAnswer } from "./contracts";
import type { ProtocolPositionAnswer } from "./position-contracts";
import type { LiquidationPriceAnswer } from "./risk-contracts";

/** The cheapest ways to bring a position back to a target health. */
export interface RescueAnswer {
  protocol: string;
  health_factor: number;
  target_health_factor: number;
  best: RescuePlanAnswer | null;
  alternatives: RescuePlanAnswer[];
  impossible: string[];
}

export interface RescuePlanAnswer {
  summary: string;
  steps: string[];
  cost_usd: number;
  gas_usd: number;
  exit_cost_usd: number;
  health_factor_after: number | null;
  is_dominated: boolean;
  changes: WalletChangeRequest[];
}

export const CHANGE_TYPES = ["repay", "deposit", "withdraw", "borrow", "price_shock"] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** One change of a wallet, or of prices, to try out. */
export interface WalletChangeRequest {
  type: ChangeType;
  protocol?: string | null;
  asset?: string | null;
  amount?: number | null;
  change?: number | null;
  from_outside?: boolean;
}

export interface WalletSimulateAnswer {
  wallet_address: string;
  as_of: string;
  before: SimulatedWalletAnswer;
  after: SimulatedWalletAnswer;
  narrative: string[];
  caveats: string[];
}

export interface SimulatedWalletAnswer {
  health: WalletHealthAnswer;
  net_worth_usd: number;
  borrowed_usd: number;
  collateral_usd: number;
  positions: ProtocolPositionAnswer[];
  liquidation_prices: LiquidationPriceAnswer[];
}
