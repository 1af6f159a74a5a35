export const PATHS = ["market_maker", "auction", "rfq_batch", "tokenized_p2p"] as const;
export type ExitPath = (typeof PATHS)[number];

/** Log-odds that something adds to a fill probability; null when its input is absent. */
export interface ExitFactor {
  kind: string;
  contribution: number | null;
  observed: number | null;
}

export interface ExitViolation {
  kind: string;
  message: string;
  limit: number | null;
  actual: number | null;
}

/** One way out. What does not apply to an infeasible path is null. */
export interface ExitRecommendation {
  path: ExitPath;
  feasible: boolean;
  priority: "primary" | "secondary" | "fallback" | null;
  fill_probability: number | null;
  probability_basis: "calibrated" | "uncalibrated" | "withheld" | null;
  expected_time_to_exit_minutes: number | null;
  expected_price: number | null;
  expected_spread_bps: number | null;
  cost: number | null;
  currency: string | null;
  next_window: string | null;
  window_source: "announced" | "cadence" | null;
  score: number | null;
  rationale: string;
  factors: ExitFactor[];
  violations: ExitViolation[];
}

export interface PlanStep {
  path: ExitPath;
  round: number;
  face: number;
  fill_probability: number;
  expected_time_to_exit_minutes: number;
  expected_price: number | null;
}

export interface PlanOption {
  steps: PlanStep[];
  unplaced_face: number;
  expected_fill: number;
  expected_cost_bps: number | null;
  completion_minutes: number;
  score: number;
}

/** How to sell in parts. */
export interface ExitPlan {
  recommended: PlanOption | null;
  single_score: number | null;
  frontier: PlanOption[];
}

/** One trade size of a ladder. */
export interface LadderRung {
  trade_size: number;
  best_path: ExitPath | null;
  fill_probability: number | null;
  expected_time_to_exit_minutes: number | null;
  expected_price: number | null;
  expected_spread_bps: number | null;
  cost: number | null;
  quoted_slippage_bps: number | null;
  paths: ExitRecommendation[];
  split_fill: number | null;
  split_parts: number;
}

export interface LadderAnswer {
  isin: string;
  as_of: string;
  currency: string | null;
  rungs: LadderRung[];
}

export type Verdict = "accepted" | "rejected" | "filled" | "expired";

export interface FeedbackRequest {
  path: ExitPath;
  verdict: Verdict;
  trade_size: number;
  realised_minutes?: number;
  realised_price?: number;
  recommended_at: string;
}

export interface FeedbackAnswer {
  id: string;
  isin: string;
  path: ExitPath;
  verdict: Verdict;
  predicted_probability: number | null;
  predicted_minutes: number | null;
}
