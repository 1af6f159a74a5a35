import { type Column, DataTable } from "@/components/data-table";
import type { WalletSimulateAnswer } from "../api/rescue-contracts";
import { type Comparison, comparisons } from "../model/simulation";
import { HealthGauge } from "./health-gauge";
import styles from "./simulation-result.module.css";

const COLUMNS: readonly Column<Comparison>[] = [
  { name: "Figure", cell: ({ name }) => <span>{name}</span> },
  { name: "Before", cell: ({ before }) => <span>{before}</span>, isNumber: true },
  { name: "After", cell: ({ after, isChanged }) => (isChanged ? <strong>{after}</strong> : <span>{after}</span>), isNumber: true },
];

/** A wallet before and after what was tried. */
export function SimulationResult({ answer }: { answer: WalletSimulateAnswer }) {
  return (
    <div className={styles.result} data-field="simulation">
      <div className={styles.words}>
        {answer.narrative.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <div className={styles.gauges}>
        <HealthGauge name="Before" size="small" health={answer.before.health} />
        <span className={styles.arrow} aria-hidden="true">
          →
        </span>
        <HealthGauge name="After" size="small" health={answer.after.health} />
      </div>
      <DataTable caption="Before and after" columns={COLUMNS} rows={comparisons(answer)} keyOf={({ name }) => name} />
      {answer.caveats.length > 0 && <p className={styles.caveats}>{answer.caveats.join(" ")}</p>}
    </div>
  );
}
