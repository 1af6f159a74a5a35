import type { Audience } from "@/lib/services";
import type { ExitPath, ExitRecommendation } from "../api/exit-contracts";
import { plain } from "./wording";

const PATH_NAMES: Record<ExitPath, Record<Audience, string>> = {
  market_maker: { retail: "Sell to a dealer", professional: "Market maker" },
  auction: { retail: "Sell in an auction", professional: "Auction" },
  rfq_batch: { retail: "Ask several dealers for a price", professional: "RFQ batch" },
  tokenized_p2p: { retail: "Offer it to others as a token", professional: "Tokenized P2P" },
};

export const pathName = (path: ExitPath, audience: Audience): string => PATH_NAMES[path][audience];

const PRIORITIES = { primary: "Best way", secondary: "Second choice", fallback: "Fallback" } as const;

export const priorityWord = ({ feasible, priority }: ExitRecommendation): string =>
  !feasible ? "Not possible" : priority ? PRIORITIES[priority] : "Possible";

/** A chance as the narrative says it: 8 in 10. */
export function chanceText(probability: number | null): string {
  if (probability === null) return "not known";
  const inTen = roundHalfToEven(10 * probability);
  if (inTen === 0) return "less than 1 in 10";
  return inTen === 10 ? "more than 9 in 10" : `${inTen} in 10`;
}

// The narrative rounds this way, and both stand on one page.
function roundHalfToEven(value: number): number {
  const down = Math.floor(value);
  if (value - down !== 0.5) return Math.round(value);
  return down % 2 === 0 ? down : down + 1;
}

const FACTORS: Record<string, string> = {
  base: "Starting point",
  quote_activity: "Quotes in 24 h",
  quote_tightness: "Quoted spread",
  inventory_room: "Dealer's room",
  rating: "Rating",
  liquidity_index: "Liquidity index",
  size_to_depth: "Size to bid depth",
  bid_cover: "Bid cover",
  demand_cover: "Demand to size",
  demand_slope: "Fall of demand",
  size_to_cap: "Size to cap",
  dealer_presence: "Dealer online",
  size_to_lots: "Size to lots",
};

export const factorName = (kind: string): string => FACTORS[kind] ?? plain(kind);

const BASES = {
  calibrated: "Calibrated on realised sales",
  uncalibrated: "Not calibrated: too few realised sales",
  withheld: "Withheld: it did not beat its baseline",
} as const;

export const probabilityBasisText = (basis: ExitRecommendation["probability_basis"]): string => (basis ? BASES[basis] : "–");

/** A window is announced by the venue or only counted on. */
export const windowNote = (source: ExitRecommendation["window_source"]): string => (source === "announced" ? "announced" : "expected");
