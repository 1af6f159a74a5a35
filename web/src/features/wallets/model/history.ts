import type { WalletHistoryPoint } from "../api/history-contracts";
import { formatHealth, formatUsd } from "./figures";

export interface Sample {
  at: number;
  value: number | null;
}

/** A figure that a wallet's history can be drawn by. */
export interface Measure {
  key: string;
  name: string;
  of: (point: WalletHistoryPoint) => number | null;
  format: (value: number | null) => string;
  /** Values above are drawn at this height, since they say no more. */
  ceiling: number;
  /** Values worth a line of their own. */
  marks: readonly { value: number; name: string }[];
}

export const MEASURES: readonly Measure[] = [
  {
    key: "health", name: "Health", of: ({ health_factor }) => health_factor, format: formatHealth, ceiling: 4,
    marks: [{ value: 1, name: "liquidation" }, { value: 1.2, name: "warning" }],
  },
  {
    key: "score", name: "Risk score", of: ({ liquidation_risk_score }) => liquidation_risk_score, ceiling: 100, marks: [],
    format: (value) => (value === null ? "–" : `${Math.round(value)} of 100`),
  },
  { key: "worth", name: "Net worth", of: ({ net_worth_usd }) => net_worth_usd, format: formatUsd, ceiling: Infinity, marks: [] },
  { key: "debt", name: "Debt", of: ({ borrowed_usd }) => borrowed_usd, format: formatUsd, ceiling: Infinity, marks: [] },
];

export const samplesOf = (points: readonly WalletHistoryPoint[], measure: Measure): Sample[] =>
  points.map((point) => ({ at: Date.parse(point.at), value: measure.of(point) }));

/** The heights to draw between: all that was seen, and the marks near it. */
export function heightsOf(samples: readonly Sample[], { ceiling, marks }: Measure): [number, number] {
  const seen = samples.flatMap(({ value }) => (value === null ? [] : [Math.min(value, ceiling)]));
  if (seen.length === 0) return [0, 1];
  const all = [...seen, ...marks.map(({ value }) => value)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = high === low ? Math.max(1, Math.abs(high) * 0.05) : (high - low) * 0.08;
  return [low - room, high + room];
}

/** The sample nearest to an instant. */
export const nearest = (samples: readonly Sample[], at: number): number =>
  samples.reduce((best, { at: time }, i) => (Math.abs(time - at) < Math.abs((samples[best]?.at ?? Infinity) - at) ? i : best), 0);

/** A line through what is known; where nothing is, it breaks off. */
export const linePath = (samples: readonly Sample[], x: (at: number) => number, y: (value: number) => number): string =>
  samples
    .map(({ at, value }, i) => (value === null ? "" : `${i > 0 && samples[i - 1]?.value != null ? "L" : "M"}${x(at).toFixed(1)} ${y(value).toFixed(1)}`))
    .join("");
