import type { OperationAnswer, OperationStepAnswer } from "../api/operation-contracts";
import { type StageProgress, stagesOf } from "../model/operation-stages";
import styles from "./operation.module.css";

const STATE_WORDS: Record<StageProgress["state"], string> = { done: "done", current: "goes on", ahead: "ahead", failed: "not done", undone: "undone" };

interface OperationStagesProps {
  operation: OperationAnswer;
  steps: readonly OperationStepAnswer[];
}

/** The stages of an operation with how far it is. */
export function OperationStages({ operation, steps }: OperationStagesProps) {
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
        {stagesOf(operation, steps).map(({ name, state }) => (
          <li key={name} data-state={state} aria-current={state === "current" ? "step" : undefined}>
            {name}
            <span className="visually-hidden">: {STATE_WORDS[state]}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
