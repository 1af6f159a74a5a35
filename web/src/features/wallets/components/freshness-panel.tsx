import { type Column, DataTable } from "@/components/data-table";
import { Panel } from "@/components/panel";
import { formatInstant } from "@/lib/format/dates";
import type { SourceFreshnessAnswer, WalletSummaryAnswer } from "../api/contracts";
import { faultText } from "../model/freshness";
import { sourceName, statusWord } from "../model/words";
import styles from "./freshness-panel.module.css";

const COLUMNS: readonly Column<SourceFreshnessAnswer>[] = [
  { name: "Source", cell: ({ source }) => <span>{sourceName(source)}</span> },
  {
    name: "State",
    cell: (source) => (
      <span className={styles.state} data-state={source.status}>
        {statusWord(source.status)}
      </span>
    ),
  },
  { name: "Speaks for", cell: ({ as_of }) => <span>{formatInstant(as_of)}</span> },
  { name: "Last attempt", cell: (source) => <span>{faultText(source) || "answered"}</span> },
];

/** How old the facts are, and what a reader must know. */
export function FreshnessPanel({ summary }: { summary: WalletSummaryAnswer }) {
  const { data_freshness: sources, caveats, observed_at: observedAt, inputs_hash: hash } = summary;
  return (
    <Panel title="How far to trust this" note={<>Holdings as of {formatInstant(observedAt)}</>}>
      {caveats.length > 0 && (
        <ul className={styles.caveats} data-field="caveats">
          {caveats.map((caveat) => (
            <li key={caveat}>{caveat}</li>
          ))}
        </ul>
      )}
      <DataTable caption="Sources of these figures" columns={COLUMNS} rows={sources} keyOf={({ source }) => source} stacks />
      <p className={styles.hash}>Inputs {hash.slice(0, 16)}</p>
    </Panel>
  );
}
