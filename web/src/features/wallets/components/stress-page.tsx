import { Panel } from "@/components/panel";
import type { WalletSummaryAnswer } from "../api/contracts";
import { SCENARIO_GROUPS, stressWords } from "../model/stress";
import styles from "./stress.module.css";
import { StressTable } from "./stress-table";
import { WalletPage } from "./wallet-page";
import { WhatIfPanel } from "./what-if-panel";

/** What is left of a wallet in bad markets, and after changes that a reader makes up. */
export function StressPage() {
  return (
    <WalletPage title="Stress" lead="What is left of a wallet when markets fall, and what a step of yours would change.">
      {(summary) => <Stress summary={summary} />}
    </WalletPage>
  );
}

function Stress({ summary }: { summary: WalletSummaryAnswer }) {
  return (
    <div className={styles.stack}>
      <p className={styles.words} data-field="stress-words">
        {stressWords(summary.stress)}
      </p>
      {SCENARIO_GROUPS.map(({ scenario, title, note }) => {
        const rows = summary.stress.filter((row) => row.scenario === scenario);
        if (rows.length === 0) return null;
        return (
          <Panel key={scenario} title={title} note={note}>
            <StressTable rows={rows} title={title} isDebtFree={summary.health.debt_free} />
          </Panel>
        );
      })}
      <WhatIfPanel wallet={summary.wallet_address} positions={summary.positions} balances={summary.balances} />
    </div>
  );
}
