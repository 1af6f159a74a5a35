import type { LiquidityProfile, LiquidityRiskAnswer } from "./contracts";
import type { ExitPath, ExitRecommendation } from "./exit-contracts";
import type { RiskSummary, RiskWarning } from "./risk-contracts";

/** A bond's alert. */
export interface BondAlert {
  id: string;
  alert_type: string;
  severity: "info" | "warning" | "critical";
  state: "active" | "acknowledged" | "resolved";
  message: string;
  timestamp: string;
  acknowledged_by: string | null;
  acknowledged_at: string | null;
  resolved_at: string | null;
}

/** A bond at one instant. */
export interface HistoryPoint {
  as_of: string;
  liquidity_index: number | null;
  spread_bps: number | null;
  mid: number | null;
  volume_face: number | null;
  risk_score: number | null;
  best_path: ExitPath | null;
  fill_probability: number | null;
  time_to_exit_minutes: number | null;
  confidence_overall: number;
  inputs_hash: string;
}

export interface HistoryAnswer {
  isin: string;
  points: HistoryPoint[];
  next_cursor: string | null;
}

/** What is absent stays as it is. */
export interface ScenarioRequest {
  spread_factor: number;
  depth_factor: number;
  market_maker_offline: boolean;
  rating_notches_down: number;
  trade_size: number;
}

export interface ScenarioAnswer {
  isin: string;
  before: LiquidityRiskAnswer;
  after: LiquidityRiskAnswer;
  changes: string[];
}

/** `snapshot`: the parts that belong to the topic, the others null. */
export interface SnapshotPayload {
  isin: string;
  as_of: string;
  risk_summary: RiskSummary | null;
  liquidity_profile: LiquidityProfile | null;
  exit_recommendations: ExitRecommendation[] | null;
  best_path: ExitPath | null;
  risk_warnings: RiskWarning[] | null;
  alerts: BondAlert[] | null;
  retail_narrative: string | null;
}

/** `risk_update`. */
export interface RiskPayload {
  isin: string;
  risk_summary: RiskSummary | null;
  risk_warnings: RiskWarning[];
}

/** `exit_path_update`. */
export interface ExitPayload {
  isin: string;
  trade_size: number;
  exit_recommendations: ExitRecommendation[];
  best_path: ExitPath | null;
}
