/** A holding as it is asked about. */
export interface PositionRequest {
  isin: string;
  face: number;
}

/** Several holdings together. Nothing is converted: values are in each currency of their own. */
export interface PortfolioAnswer {
  as_of: string;
  liquidity_index: number | null;
  indexed_share: number;
  currencies: CurrencyTotals[];
  time_to_exit_curve: { minutes: number; expected_share: number }[];
  concentration: ConcentrationAnswer;
  positions: PositionAnswer[];
  unknown: string[];
  narrative: string;
}

export interface CurrencyTotals {
  currency: string | null;
  face: number;
  value: number | null;
  exit_cost: number | null;
}

export interface ConcentrationAnswer {
  largest_bond_share: number;
  largest_issuer: string | null;
  largest_issuer_share: number | null;
  herfindahl: number;
  illiquid_share: number;
}

export interface PositionAnswer {
  isin: string;
  issuer: string | null;
  face: number;
  share: number;
  liquidity_index: number | null;
  risk_score: number | null;
  exit: ExitPlanOption | null;
  expected_cost: number | null;
  currency: string | null;
}

/** One way to sell a holding, whole or in parts. */
export interface ExitPlanOption {
  steps: ExitPlanStep[];
  unplaced_face: number;
  expected_fill: number;
  expected_cost_bps: number | null;
  completion_minutes: number;
  score: number;
}

export interface ExitPlanStep {
  path: string;
  round: number;
  face: number;
  fill_probability: number;
  expected_time_to_exit_minutes: number;
  expected_price: number | null;
}
