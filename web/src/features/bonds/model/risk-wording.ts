import type { RiskLevel } from "../api/risk-contracts";
import { plain } from "./wording";

export const RISK_WORDS: Record<RiskLevel, string> = { low: "Low", moderate: "Moderate", high: "High", critical: "Critical" };

/** Always beside the word, never instead of it. */
export const riskColor = (level: RiskLevel): string => `var(--risk-${level})`;

const KINDS: Record<string, string> = {
  liquidity: "Selling it",
  credit: "Being repaid",
  interest_rate: "Interest rates",
  refinancing: "Borrowing again",
  leverage: "Issuer's debt",
  governance: "How the issuer is run",
  legal: "Law and disputes",
  esg: "Environment and society",
};

/** A category of risk as a retail reader knows it. */
export const riskKind = (category: string): string => KINDS[category] ?? plain(category);

const BASES: Record<string, string> = {
  artifact: "Risk report",
  rating: "Rating",
  rate_shock: "Rate shock of 200 bp",
  liquidity_index: "Liquidity index",
  maturity_and_rating: "Maturity and rating",
  no_artifact: "No risk report",
  too_little_assessed: "Too little assessed",
  categories: "Weighted categories",
};

export const basisText = (basis: string): string => BASES[basis] ?? plain(basis);
