export const RISK_LEVELS = ["low", "moderate", "high", "critical"] as const;
export type RiskLevel = (typeof RISK_LEVELS)[number];

export interface RiskFigure {
  kind: string;
  value: number;
}

/** The risk in one category: 0 = none, 100 = worst. */
export interface RiskCategory {
  name: string;
  category: string;
  score_0_100: number | null;
  level: RiskLevel | null;
  probability_note: string;
  weight: number;
  contribution: number;
  confidence: number;
  basis: string;
  figures: RiskFigure[];
  citations: string[];
}

export interface RiskSummary {
  isin: string;
  as_of: string;
  categories: RiskCategory[];
  overall_score: number | null;
  overall_level: RiskLevel | null;
  basis: string;
  weighted_score: number | null;
  assessed_weight: number;
  confidence: number;
}

export interface RiskWarning {
  kind: string;
  category: string | null;
  message: string;
  figure: number | null;
}
