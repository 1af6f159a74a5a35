import type { Severity } from "./alert-contracts";
import type { ExitPlan, ExitRecommendation } from "./exit-contracts";
import type { LiquidityDetails, TimeToExit } from "./liquidity-contracts";
import type { RiskSummary, RiskWarning } from "./risk-contracts";

/** Levels of overall risk, as the list names and filters them. */
export const LISTED_RISKS = ["low", "moderate", "high", "critical"] as const;
export type ListedRisk = (typeof LISTED_RISKS)[number];

/** Bands of the liquidity index, from the easiest to sell to the hardest, and no band at all. */
export const LEVELS = ["excellent", "good", "moderate", "limited", "poor", "not_assessed"] as const;
export type Level = (typeof LEVELS)[number];

export interface BondListItem {
  isin: string;
  issuer: string | null;
  rating: string | null;
  currency: string | null;
  coupon_percent: number | null;
  maturity: string | null;
  liquidity_index: number | null;
  liquidity_level: Level | null;
  spread_bps: number | null;
  bid: number | null;
  ask: number | null;
  volume_face: number | null;
  as_of: string;
  confidence_overall: number;
  data_freshness: string;
  risk_score: number | null;
  risk_level: ListedRisk | null;
  best_path: string | null;
  time_to_exit_minutes: number | null;
  open_alerts: number;
  worst_alert: Severity | null;
  trend: (number | null)[] | null;
}

export interface BondListAnswer {
  items: BondListItem[];
  total: number;
  next_cursor: string | null;
  levels: Partial<Record<Level, number>>;
  currencies: string[];
}

export interface BondDescription {
  issuer: string;
  issuer_class: string;
  rating: string;
  coupon_percent: number | null;
  maturity: string | null;
  issue_size_face: number | null;
  currency: string;
}

export interface LiquidityComponent {
  name: string;
  score: number | null;
  weight: number;
  contribution: number;
  note: string;
}

export interface LiquidityProfile extends LiquidityDetails {
  liquidity_index: number | null;
  liquidity_level: Level | null;
  not_assessed_reason: string | null;
  spread_bps: number | null;
  bid: number | null;
  ask: number | null;
  mid: number | null;
  bid_size: number | null;
  ask_size: number | null;
  l2_depth_qty: number | null;
  l2_levels: number | null;
  trades_count: number | null;
  vwap: number | null;
  volume_face: number | null;
  time_since_last_trade_s: number | null;
  observed_at: string;
  source: string;
  assessed_weight: number;
  components: LiquidityComponent[];
  expected_time_to_exit_minutes: number | null;
  time_to_exit: TimeToExit | null;
}

/** The complete translation of a bond. */
export interface LiquidityRiskAnswer {
  isin: string;
  as_of: string;
  trade_size: number;
  audience: string;
  bond: BondDescription | null;
  risk_summary: RiskSummary | null;
  liquidity_profile: LiquidityProfile | null;
  exit_recommendations: ExitRecommendation[];
  exit_plan: ExitPlan | null;
  retail_narrative: string;
  professional_summary: string | null;
  risk_warnings: RiskWarning[];
  assumptions: string[];
  confidence_overall: number;
  data_freshness: string;
  inputs_hash: string;
  model_versions: Record<string, string>;
  caveats: string[];
}

/** What arrives on a bond's topics. */
export interface LiquidityPayload {
  isin: string;
  liquidity_profile: LiquidityProfile | null;
  retail_narrative: string;
  as_of: string;
}
