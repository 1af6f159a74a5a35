import type { OperationAnswer, OperationStepAnswer } from "../api/operation-contracts";
import { stagesOf } from "../model/operations";
import styles from "./operation.module.css";

const STATE_WORDS = { done: "done", current: "goes on", ahead: "ahead", failed: "not done" };

interface OperationStagesProps {
  operation: OperationAnswer;
  steps: readonly OperationStepAnswer[];
}

/** The five stages of an operation with how far it is. */
export function OperationStages({ operation, steps }: OperationStagesProps) {
  const reached = steps.findLast(({ status }) => status !== "done")?.name ?? steps.at(-1)?.name ?? null;
  return (
    <div className={styles.stages}>
      <div
        className={styles.meter}
        role="progressbar"
        aria-label="Progress of the operation"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={operation.percent}
      >
        <i style={{ width: `${operation.percent}%` }} />
      </div>
      <ol>
        {stagesOf(operation, reached).map(({ name, state }) => (
          <li key={name} data-state={state} aria-current={state === "current" ? "step" : undefined}>
            {name}
            <span className="visually-hidden">: {STATE_WORDS[state]}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
