/** What the liquidation model says about a wallet. */
export interface LiquidationPredictionAnswer {
  status: "ok" | "no_debt" | "no_model" | "withheld" | "no_data";
  message: string;
  model_version: string | null;
  probability24h: number | null;
  probability7d: number | null;
  baseline24h: number | null;
  baseline7d: number | null;
  contributions: FeatureContributionAnswer[];
}

export interface FeatureContributionAnswer {
  feature: string;
  value: number | null;
  /** Log-odds that it added. */
  contribution: number;
}

/** The liquidation model's card. */
export interface LiquidationModelAnswer {
  status: "no_model" | "in_force" | "withheld";
  message: string;
  in_force: ModelVersionAnswer | null;
  versions: ModelVersionAnswer[];
  samples: number;
  min_samples: number;
  last_trained_at: string | null;
  next_training_at: string;
}

export interface ModelVersionAnswer {
  version: string;
  state: "in_force" | "retired" | "rejected" | "rolled_back";
  reason: string;
  trained_at: string;
  trained_by: string | null;
  train_from: string;
  train_to: string;
  test_from: string;
  test_to: string;
  samples: number;
  test_samples: number;
  horizons: ModelHorizonAnswer[];
  features: { feature: string; gain: number }[];
}

export interface ModelHorizonAnswer {
  hours: number;
  base_rate: number;
  model: ModelScoreAnswer;
  past_breaches: ModelScoreAnswer;
  first_passage: ModelScoreAnswer;
  reliability: ModelReliabilityBin[];
}

export interface ModelScoreAnswer {
  auc: number | null;
  brier: number;
  log_loss: number;
  accuracy: number;
  precision: number | null;
  recall: number | null;
}

export interface ModelReliabilityBin {
  from: number;
  to: number;
  count: number;
  predicted: number;
  observed: number;
}

/** How far a training is, and what came of it: in force, kept but turned away, nothing to learn from, or another one ran. */
export interface ModelTrainingAnswer {
  id: string;
  status: "running" | "promoted" | "rejected" | "refused" | "busy" | "failed";
  message: string | null;
  version: string | null;
  started_at: string;
  finished_at: string | null;
}
