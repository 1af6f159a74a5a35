/** The numbers of the dashboard. */
export interface KpiAnswer {
  as_of: string;
  adoption: { answered: number; rate: number | null };
  fill_time: FillTimeKpi;
  fill_probability: FillProbabilityKpi[];
  index_drift: { bonds: number; mean: number | null; mean_change: number | null; mean_absolute_change: number | null };
  freshness: { bonds: number; shares: Record<string, number> };
  confidence: { mean: number | null; low: number | null };
  alerts: Record<string, number>;
  delivery: { published: number; p50_ms: number | null; p99_ms: number | null };
  error_budget: ErrorBudgetKpi;
}

export interface FillTimeKpi {
  filled: number;
  mean_absolute_percentage_error: number | null;
  interval_coverage: number | null;
  median_minutes: number | null;
  survival: { minutes: number; unsold: number }[];
}

/** Whether predicted probabilities hold on a path; `all` for all paths together. */
export interface FillProbabilityKpi {
  path: string;
  sample: number;
  brier: number | null;
  baseline_brier: number | null;
  verdict: "published" | "withheld" | "not_enough_data";
  reliability: ReliabilityBin[];
}

export interface ReliabilityBin {
  from: number;
  to: number;
  count: number;
  predicted: number | null;
  realised: number | null;
}

export interface ErrorBudgetKpi {
  requests: number;
  errors: number;
  target: number;
  remaining: number;
  dead_letters: number;
}
