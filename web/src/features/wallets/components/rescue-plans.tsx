import { useState } from "react";
import { Modal } from "@/components/modal";
import type { RescueAnswer, RescuePlanAnswer } from "../api/rescue-contracts";
import { useSimulation } from "../api/simulate-wallet";
import { formatHealth } from "../model/figures";
import { protocolName } from "../model/words";
import styles from "./alerts.module.css";
import { RescueCard } from "./rescue-card";
import { SimulationResult } from "./simulation-result";

interface RescuePlansProps {
  wallet: string;
  rescue: RescueAnswer;
}

/** Ways back to a safe health, the cheapest first; each can be tried without doing it. */
export function RescuePlans({ wallet, rescue }: RescuePlansProps) {
  const [tried, setTried] = useState<RescuePlanAnswer | null>(null);
  const simulation = useSimulation(wallet);
  const plans = [...(rescue.best === null ? [] : [rescue.best]), ...rescue.alternatives];
  const start = (plan: RescuePlanAnswer): void => {
    setTried(plan);
    simulation.mutate(plan.changes);
  };
  return (
    <>
      <p className={styles.goal}>
        {plans.length === 1 ? "One way brings" : `${plans.length} ways bring`} the position in {protocolName(rescue.protocol)} from {formatHealth(rescue.health_factor)} to{" "}
        {formatHealth(rescue.target_health_factor)}:
      </p>
      <ul className={styles.plans} data-field="rescue-plans">
        {plans.map((plan, i) => (
          <RescueCard key={plan.summary} plan={plan} isBest={i === 0} onTry={() => start(plan)} />
        ))}
      </ul>
      {rescue.impossible.length > 0 && (
        <details className={styles.impossible}>
          <summary>What would not do it</summary>
          <ul>
            {rescue.impossible.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </details>
      )}
      {tried !== null && (
        <Modal title="If you did this" size="wide" onClose={() => setTried(null)}>
          <div aria-live="polite" aria-busy={simulation.isPending}>
            {simulation.isPending && <p className="quiet">Working it out…</p>}
            {simulation.error && <p role="alert">{simulation.error.message}</p>}
            {simulation.data && (
              <>
                <p className={styles.tried}>{tried.steps.join("; then ")}.</p>
                <SimulationResult answer={simulation.data} />
              </>
            )}
          </div>
        </Modal>
      )}
    </>
  );
}
