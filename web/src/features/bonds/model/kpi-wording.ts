import { formatAmount } from "@/lib/format/numbers";
import type { ErrorBudgetKpi, FillProbabilityKpi } from "../api/kpi-contracts";

const signed = new Intl.NumberFormat("en", { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: "exceptZero" });
const fine = new Intl.NumberFormat("en", { minimumFractionDigits: 3, maximumFractionDigits: 3 });
const brief = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** Points of the index with their sign: +1.2. */
export const pointsText = (points: number | null): string => (points === null ? "–" : signed.format(points));

/** A Brier score: 0.182. */
export const brierText = (score: number | null): string => (score === null ? "–" : fine.format(score));

export const millisecondsText = (ms: number | null): string => (ms === null ? "–" : `${brief.format(ms)} ms`);

/** Freshness from new to old, with the shade of each. */
export const FRESHNESS_SHADES = [
  ["real_time", "excellent"],
  ["recent", "good"],
  ["delayed", "limited"],
  ["stale", "poor"],
] as const;

export const VERDICTS: Record<FillProbabilityKpi["verdict"], { word: string; means: string }> = {
  published: { word: "Published", means: "The probability predicts better than the path's own base rate, so it is shown." },
  withheld: { word: "Withheld", means: "The probability predicts worse than the path's own base rate, so it is not shown to anybody." },
  not_enough_data: { word: "Not enough feedback", means: "Too few sales were reported to judge the probability, so it is shown as uncalibrated." },
};

/** What the error budget says in a sentence. */
export function budgetText({ requests, errors }: ErrorBudgetKpi): string {
  const of = `of ${formatAmount(requests)} answers`;
  return errors === 0 ? `No failures ${of}` : `${formatAmount(errors)} ${errors === 1 ? "failure" : "failures"} ${of}`;
}
