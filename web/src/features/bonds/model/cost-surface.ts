import type { CostSurface } from "../api/liquidity-contracts";

export type Confidence = "median" | "cautious";

export const costsOf = (surface: CostSurface, confidence: Confidence): number[][] =>
  confidence === "median" ? surface.cost_bps_median : surface.cost_bps_cautious;

/** From a cost to its shade, 0 to 1, by its logarithm; one scale for both confidences, so that switching shows the difference. */
export function shadeOf(surface: CostSurface): (cost: number) => number {
  const all = [...surface.cost_bps_median, ...surface.cost_bps_cautious].flat().map(positive);
  const [low, high] = [Math.log(Math.min(...all)), Math.log(Math.max(...all))];
  return (cost) => (high === low ? 0 : (Math.log(positive(cost)) - low) / (high - low));
}

const positive = (cost: number): number => Math.max(0.01, cost);

export interface Cell {
  row: number;
  column: number;
}

/** Where an arrow key leads from a cell; null for other keys. */
export function moveBy(key: string, { row, column }: Cell, rows: number, columns: number): Cell | null {
  const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, value));
  switch (key) {
    case "ArrowUp":
      return { row: within(row - 1, rows), column };
    case "ArrowDown":
      return { row: within(row + 1, rows), column };
    case "ArrowLeft":
      return { row, column: within(column - 1, columns) };
    case "ArrowRight":
      return { row, column: within(column + 1, columns) };
    case "Home":
      return { row, column: 0 };
    case "End":
      return { row, column: columns - 1 };
    default:
      return null;
  }
}
