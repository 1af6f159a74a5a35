import { useState } from "react";
import { Panel } from "@/components/panel";
import { Segmented } from "@/components/segmented";
import { formatMinutes } from "@/lib/format/dates";
import { formatAmount, formatBasisPoints, formatMoney } from "@/lib/format/numbers";
import type { LiquidityProfile } from "../api/contracts";
import type { CostSurface } from "../api/liquidity-contracts";
import { type Cell, type Confidence, costsOf } from "../model/cost-surface";
import { CostGrid } from "./cost-grid";
import styles from "./cost-surface-panel.module.css";

const CONFIDENCES: { value: Confidence; text: string }[] = [
  { value: "median", text: "Median" },
  { value: "cautious", text: "90% confidence" },
];

interface CostSurfacePanelProps {
  profile: LiquidityProfile;
  currency: string | null;
}

/** What it costs to sell any size within any time. */
export function CostSurfacePanel({ profile, currency }: CostSurfacePanelProps) {
  const [confidence, setConfidence] = useState<Confidence>("median");
  const [cell, setCell] = useState<Cell>({ row: 3, column: 3 });
  const surface = profile.cost_surface;
  return (
    <Panel anchor="cost" title="Cost surface" note="Basis points below mid, by size and time to sell in">
      {!surface && <p>There is none: bid, ask, depth or the last trade is missing.</p>}
      {surface && (
        <div className={styles.surface} data-field="cost-surface">
          <Segmented label="Confidence of the costs" options={CONFIDENCES} value={confidence} onChange={setConfidence} />
          <CostGrid surface={surface} confidence={confidence} cell={cell} onCell={setCell} currency={currency} />
          <Readout surface={surface} cell={cell} mid={profile.mid} currency={currency} />
        </div>
      )}
    </Panel>
  );
}

interface ReadoutProps {
  surface: CostSurface;
  cell: Cell;
  mid: number | null;
  currency: string | null;
}

/** The chosen cell in words, at both confidences. */
function Readout({ surface, cell, mid, currency }: ReadoutProps) {
  const size = surface.sizes[cell.row];
  const horizon = surface.horizons_minutes[cell.column];
  if (size === undefined || horizon === undefined) return null;
  const costAt = (confidence: Confidence): string => {
    const bps = costsOf(surface, confidence)[cell.row]?.[cell.column] ?? null;
    const money = bps === null || mid === null ? null : (size * mid * bps) / 1_000_000;
    return `${formatBasisPoints(bps)}${money === null ? "" : ` (${formatMoney(money, currency)})`}`;
  };
  return (
    <p className={styles.readout}>
      {currency} {formatAmount(size)} sold {horizon === 0 ? "at once" : `within ${formatMinutes(horizon)}`} costs{" "}
      <strong>{costAt("median")}</strong> in the middle case and <strong>{costAt("cautious")}</strong> at 90% confidence.
    </p>
  );
}
