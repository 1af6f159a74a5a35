import { type KeyboardEvent, useRef } from "react";
import { formatMinutes } from "@/lib/format/dates";
import { formatCompact } from "@/lib/format/numbers";
import type { CostSurface } from "../api/liquidity-contracts";
import { type Cell, type Confidence, costsOf, moveBy, shadeOf } from "../model/cost-surface";
import styles from "./cost-grid.module.css";

interface CostGridProps {
  surface: CostSurface;
  confidence: Confidence;
  cell: Cell;
  onCell: (cell: Cell) => void;
  currency: string | null;
}

/** The surface as a grid of figures, the dearer the darker. One cell is in the tab order; arrow keys move within. */
export function CostGrid({ surface, confidence, cell, onCell, currency }: CostGridProps) {
  const table = useRef<HTMLTableElement>(null);
  const costs = costsOf(surface, confidence);
  const shade = shadeOf(surface);
  const move = (event: KeyboardEvent): void => {
    const next = moveBy(event.key, cell, surface.sizes.length, surface.horizons_minutes.length);
    if (!next) return;
    event.preventDefault();
    onCell(next);
    table.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };
  return (
    <table ref={table} className={styles.grid} role="grid" aria-label="Cost in basis points by size and time" onKeyDown={move}>
      <thead>
        <tr>
          <th scope="col">{currency ?? "Size"}</th>
          {surface.horizons_minutes.map((minutes) => (
            <th key={minutes} scope="col">
              {horizonText(minutes)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {surface.sizes.map((size, row) => (
          <tr key={size}>
            <th scope="row">{formatCompact(size)}</th>
            {(costs[row] ?? []).map((cost, column) => {
              const isChosen = row === cell.row && column === cell.column;
              return (
                <td
                  key={surface.horizons_minutes[column]}
                  data-cell={`${row}-${column}`}
                  tabIndex={isChosen ? 0 : -1}
                  aria-selected={isChosen}
                  style={{ background: `color-mix(in oklab, var(--heat-1) ${Math.round(100 * shade(cost))}%, var(--heat-0))` }}
                  onFocus={() => onCell({ row, column })}
                  onPointerEnter={() => onCell({ row, column })}
                >
                  {cost.toFixed(cost < 100 ? 1 : 0)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const horizonText = (minutes: number): string => {
  if (minutes === 0) return "At once";
  return minutes >= 1_440 ? `${minutes / 1_440} d` : formatMinutes(minutes);
};
