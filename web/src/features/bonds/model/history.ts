import { formatBasisPoints, formatExactScore } from "@/lib/format/numbers";
import type { HistoryPoint } from "../api/bond-contracts";

export const RANGES: { value: number | null; text: string }[] = [
  { value: 1, text: "1 h" },
  { value: 6, text: "6 h" },
  { value: 24, text: "1 day" },
  { value: 24 * 7, text: "1 week" },
  { value: null, text: "All" },
];

export interface Sample {
  at: number;
  value: number | null;
}

/** One figure over time. */
export interface Series {
  name: string;
  samples: Sample[];
  format: (value: number | null) => string;
  /** The scale never goes below. */
  floor: number;
}

/** The three figures of the history chart. */
export const seriesOf = (points: HistoryPoint[]): Series[] => [
  { name: "Liquidity index", samples: pick(points, (p) => p.liquidity_index), format: formatExactScore, floor: 0 },
  { name: "Spread", samples: pick(points, (p) => p.spread_bps), format: formatBasisPoints, floor: -Infinity },
  { name: "Overall risk", samples: pick(points, (p) => p.risk_score), format: formatExactScore, floor: 0 },
];

const pick = (points: HistoryPoint[], value: (point: HistoryPoint) => number | null): Sample[] =>
  points.map((point) => ({ at: Date.parse(point.as_of), value: value(point) }));

/** The figure holds until the next point, so the line goes in steps; where it is not known the line breaks. */
export function stepPath(samples: Sample[], x: (at: number) => number, y: (value: number) => number): string {
  let path = "";
  let last: number | null = null;
  for (const { at, value } of samples) {
    if (last !== null) path += `H${x(at).toFixed(1)}`;
    if (value !== null) path += last === null ? `M${x(at).toFixed(1)} ${y(value).toFixed(1)}` : `V${y(value).toFixed(1)}`;
    last = value;
  }
  return path;
}

/** The sample that holds at an instant: the newest at or before it, or the first. */
export function sampleAt(samples: Sample[], at: number): number {
  let [low, high] = [0, samples.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((samples[middle]?.at ?? Infinity) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether another way out became the best. */
export const isSwitch = (point: HistoryPoint, before: HistoryPoint | undefined): boolean =>
  before !== undefined && before.best_path !== point.best_path;
