import { type Column, DataTable } from "@/components/data-table";
import type { StressRowAnswer } from "../api/risk-contracts";
import { formatHealth, formatUsd } from "../model/figures";
import { colorOf, toneOf } from "../model/health";
import { healthShare, LIQUIDATION_SHARE } from "../model/stress";
import { protocolName } from "../model/words";
import styles from "./stress.module.css";

const columns = (isDebtFree: boolean): readonly Column<StressRowAnswer>[] => [
  { name: "Market", cell: ({ label }) => <span>{label}</span> },
  {
    name: "Health factor after",
    cell: ({ health_factor }) => (isDebtFree ? <span>no debt</span> : <HealthBar factor={health_factor} />),
  },
  {
    name: "Loss",
    cell: ({ loss_usd }) => <span>{loss_usd < 0 ? `gains ${formatUsd(-loss_usd)}` : formatUsd(loss_usd)}</span>,
    isNumber: true,
  },
  { name: "Liquidated", cell: ({ liquidated }) => <Liquidated protocols={liquidated} /> },
];

/** One market a row: the health after it as a bar, with a line where liquidation begins. */
export function StressTable({ rows, title, isDebtFree }: { rows: readonly StressRowAnswer[]; title: string; isDebtFree: boolean }) {
  return (
    <div className={styles.table} data-field="stress">
      <DataTable caption={`Stress: ${title}`} columns={columns(isDebtFree)} rows={rows} keyOf={({ label }) => label} stacks />
    </div>
  );
}

function HealthBar({ factor }: { factor: number | null }) {
  if (factor === null) return <span>not known</span>;
  const line = 100 * LIQUIDATION_SHARE;
  return (
    <span className={styles.health}>
      <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.track} y="2" width="100" height="8" />
        <rect y="2" width={100 * healthShare(factor)} height="8" style={{ fill: colorOf(toneOf(factor)) }} />
        <line className={styles.line} x1={line} x2={line} y1="0" y2="12" />
      </svg>
      <b>{formatHealth(factor)}</b>
    </span>
  );
}

function Liquidated({ protocols }: { protocols: readonly string[] }) {
  if (protocols.length === 0) return <span className="quiet">none</span>;
  return <strong className={styles.liquidated}>{protocols.map(protocolName).join(", ")}</strong>;
}
