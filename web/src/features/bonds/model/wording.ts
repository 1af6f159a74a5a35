import type { Audience } from "@/lib/services";
import type { Level } from "../api/contracts";

export const LEVEL_WORDS: Record<Level, string> = {
  excellent: "Excellent",
  good: "Good",
  moderate: "Moderate",
  limited: "Limited",
  poor: "Poor",
  not_assessed: "Not assessed",
};

/** What a band means for somebody who wants to sell. */
export const LEVEL_MEANINGS: Record<Level, string> = {
  excellent: "sells at once",
  good: "easy to sell",
  moderate: "sells with patience",
  limited: "hard to sell",
  poor: "very hard to sell",
  not_assessed: "too little was seen",
};

const FRESHNESS: Record<string, string> = { real_time: "Live", recent: "Recent", delayed: "Delayed", stale: "Old" };
export const freshnessWord = (freshness: string): string => FRESHNESS[freshness] ?? plain(freshness);

/** The same figures in the words of each audience. */
const WORDS = {
  retail: {
    index: "Ease of sale", bid: "Buyers pay", ask: "Sellers ask", spread: "Price gap", volume: "Amount traded",
    components: "What the score is made of", market: "The market now",
    bidSize: "wanted", askSize: "offered", depth: "Visible orders", vwap: "Average price paid", trades: "Trades",
    lastTrade: "Last trade", mid: "Midpoint",
  },
  professional: {
    index: "Liquidity index", bid: "Bid", ask: "Ask", spread: "Spread", volume: "Volume",
    components: "Index components", market: "Market",
    bidSize: "bid size", askSize: "ask size", depth: "Visible depth", vwap: "VWAP", trades: "Trades",
    lastTrade: "Last trade", mid: "Mid",
  },
} as const;

export type Words = Record<keyof (typeof WORDS)["retail"], string>;
export const wordsFor = (audience: Audience): Words => WORDS[audience];

const COMPONENTS: Record<string, Record<Audience, string>> = {
  spread: { retail: "Gap between buyers and sellers", professional: "Spread" },
  depth: { retail: "Orders waiting, compared with trading", professional: "Depth to volume" },
  turnover: { retail: "How recently it traded", professional: "Turnover (recency)" },
  volume: { retail: "How much was traded", professional: "Volume" },
};
export const componentName = (name: string, audience: Audience): string => COMPONENTS[name]?.[audience] ?? plain(name);

const OBSERVED: Record<string, string> = {
  spread: "Measured from the current buying and selling prices.",
  depth: "Measured from the orders waiting now and the amount traded.",
  turnover: "Measured from the time since the last trade.",
  volume: "Measured from the amount traded.",
};

const NOTES: Record<string, string> = {
  observed: "Measured from the market.",
  one_sided_market: "Only buyers or only sellers quote a price, so this part scores zero.",
  empty_market: "Nobody quotes a price, so this part scores zero.",
  crossed_market: "The quoted prices contradict each other, so this part is left out.",
  no_volume: "Nothing was traded.",
  not_observed: "The market did not show this, so this part is left out.",
};

/** Why a component has the score it has. */
export function noteText(component: string, note: string): string {
  if (note === "observed") return OBSERVED[component] ?? NOTES.observed ?? "";
  if (note === "no_volume" && component === "depth") return "Nothing was traded to compare the waiting orders with, so this part is left out.";
  return NOTES[note] ?? plain(note);
}

/** A name of the service as words: issuer_class becomes Issuer class. */
export function plain(name: string): string {
  const text = name.replaceAll("_", " ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}
