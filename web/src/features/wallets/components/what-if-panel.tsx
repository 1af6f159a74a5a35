import { type SyntheticEvent, useState } from "react";
import { Panel } from "@/components/panel";
import type { ProtocolPositionAnswer, TokenBalanceAnswer } from "../api/position-contracts";
import { useSimulation } from "../api/simulate-wallet";
import { type ChangeDraft, changeFaults, changeOf, likelyAssets, newDraft } from "../model/change-draft";
import { ChangeRow } from "./change-row";
import { SimulationResult } from "./simulation-result";
import styles from "./stress.module.css";

interface WhatIfPanelProps {
  wallet: string;
  positions: readonly ProtocolPositionAnswer[];
  balances: readonly TokenBalanceAnswer[];
}

const MOST = 10;

/** Steps of one's own, tried in order on the wallet as it is; nothing is stored and nothing is sent to a chain. */
export function WhatIfPanel({ wallet, positions, balances }: WhatIfPanelProps) {
  const protocols = positions.map(({ protocol }) => protocol);
  const first = protocols[0] ?? "";
  const [drafts, setDrafts] = useState<readonly ChangeDraft[]>(() => [newDraft(0, first)]);
  const [isChecked, setChecked] = useState(false);
  const simulation = useSimulation(wallet);
  const change = (next: ChangeDraft): void => setDrafts(drafts.map((draft) => (draft.key === next.key ? next : draft)));
  const add = (): void => setDrafts([...drafts, newDraft(1 + Math.max(...drafts.map(({ key }) => key)), first)]);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (drafts.every((draft) => Object.keys(changeFaults(draft)).length === 0)) simulation.mutate(drafts.map(changeOf));
  };
  return (
    <Panel title="What if" anchor="what-if" note="Nothing is stored, and nothing is sent to a chain">
      <form className={styles.form} onSubmit={submit} noValidate aria-label="Changes to try">
        <ol className={styles.changes}>
          {drafts.map((draft, i) => (
            <ChangeRow
              key={draft.key}
              number={i + 1}
              draft={draft}
              protocols={protocols}
              assets={likelyAssets(draft.type, draft.protocol, positions, balances)}
              faults={isChecked ? changeFaults(draft) : {}}
              onChange={change}
              onRemove={drafts.length > 1 ? () => setDrafts(drafts.filter(({ key }) => key !== draft.key)) : null}
            />
          ))}
        </ol>
        <div className={styles.buttons}>
          <button type="submit" className="button" data-kind="main" disabled={simulation.isPending}>
            {simulation.isPending ? "Working it out…" : "Try it"}
          </button>
          <button type="button" className="button" disabled={drafts.length >= MOST} onClick={add}>
            Add a change
          </button>
        </div>
        {simulation.error && <p role="alert">{simulation.error.message}</p>}
      </form>
      <div className={styles.result} aria-live="polite" aria-busy={simulation.isPending}>
        {simulation.data && <SimulationResult answer={simulation.data} />}
      </div>
    </Panel>
  );
}
