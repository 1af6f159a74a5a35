import { type Column, DataTable } from "@/components/data-table";
import { Panel } from "@/components/panel";
import { formatInstant } from "@/lib/format/dates";
import { keepsModel, useRoles } from "@/lib/session/use-roles";
import type { ModelVersionAnswer } from "../api/model-contracts";
import { mayReturn, stateWord } from "../model/model-card";
import styles from "./model-card.module.css";
import { RollbackButton } from "./rollback-button";

const COLUMNS: readonly Column<ModelVersionAnswer>[] = [
  { name: "Version", cell: ({ version }) => <span className={styles.version}>{version}</span> },
  { name: "State", cell: ({ state }) => <StateMark state={state} /> },
  { name: "Why", cell: ({ reason }) => <span>{reason}</span> },
  {
    name: "Trained",
    cell: ({ trained_at, trained_by }) => (
      <span>
        {formatInstant(trained_at)}, {trained_by ?? "by the timer"}
      </span>
    ),
  },
];

const ACTION: Column<ModelVersionAnswer> = {
  name: "Action",
  cell: (version) => (mayReturn(version) ? <RollbackButton version={version.version} /> : <span className="quiet">none</span>),
};

/** All versions that are kept, those that were turned away included. */
export function VersionsPanel({ versions }: { versions: readonly ModelVersionAnswer[] }) {
  const columns = keepsModel(useRoles()) ? [...COLUMNS, ACTION] : COLUMNS;
  return (
    <Panel title="Versions" note="Newest first">
      {versions.length === 0 ? (
        <p className="quiet">No version was trained yet.</p>
      ) : (
        <div data-field="model-versions">
          <DataTable caption="Versions of the model" columns={columns} rows={versions} keyOf={({ version }) => version} stacks />
        </div>
      )}
    </Panel>
  );
}

const SIGNS: Record<ModelVersionAnswer["state"], string> = {
  in_force: "M4.6 8.3l2.3 2.3 4.5-4.9", retired: "M4.8 8h6.4", rejected: "M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2", rolled_back: "M10.5 5.5 5.5 8l5 2.5",
};

function StateMark({ state }: { state: ModelVersionAnswer["state"] }) {
  return (
    <span className={styles.state} data-state={state}>
      <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
        <circle cx="8" cy="8" r="7" />
        <path d={SIGNS[state]} />
      </svg>
      {stateWord(state)}
    </span>
  );
}
