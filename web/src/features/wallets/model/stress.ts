import type { StressRowAnswer } from "../api/risk-contracts";

export const SCENARIO_GROUPS: readonly { scenario: StressRowAnswer["scenario"]; title: string; note: string }[] = [
  { scenario: "asset_fall", title: "One token falls", note: "the others stay" },
  { scenario: "depeg", title: "A stablecoin loses its peg", note: "held ones lose, owed ones get cheaper" },
  { scenario: "crash", title: "Everything falls at once", note: "all but stablecoins" },
];

const WIDEST = 2;

/** Where a health factor stands on a bar, 0 to 1; the bar ends where more says nothing. */
export const healthShare = (factor: number): number => Math.min(1, Math.max(0, factor / WIDEST));

/** Where the line of liquidation stands. */
export const LIQUIDATION_SHARE = 1 / WIDEST;

/** What survives and what does not, in a sentence. */
export function stressWords(rows: readonly StressRowAnswer[]): string {
  const broken = rows.filter(({ liquidated }) => liquidated.length > 0);
  if (rows.length === 0) return "There is nothing to stress: the wallet holds nothing that has a price.";
  if (broken.length === 0) return `It would stand all ${rows.length} of these markets without a liquidation.`;
  const mildest = broken.reduce((least, row) => (Math.abs(row.change) < Math.abs(least.change) ? row : least));
  return `It would be liquidated in ${broken.length} of ${rows.length} of these markets. The mildest of them: ${mildest.label}.`;
}
