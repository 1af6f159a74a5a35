import { formatInstant } from "@/lib/format/dates";
import type { OperationStepAnswer } from "../api/operation-contracts";
import { stepText } from "../model/operation-stages";
import styles from "./operation.module.css";

const WORDS: Record<OperationStepAnswer["status"], string> = { pending: "not begun", started: "under way", done: "done", failed: "failed" };
const SIGNS: Record<OperationStepAnswer["status"], string> = { pending: "", started: "…", done: "✓", failed: "✕" };

/** What was done, in order, with the outcome of each undo. */
export function OperationSteps({ steps }: { steps: readonly OperationStepAnswer[] }) {
  const begun = steps.filter(({ status }) => status !== "pending");
  const ahead = steps.length - begun.length;
  return (
    <ol className={styles.steps}>
      {begun.map((step) => (
        <li key={step.name} data-status={step.status}>
          <span className={styles.sign} aria-hidden="true">
            {SIGNS[step.status]}
          </span>
          <div>
            <p>
              <strong>{stepText(step.name)}</strong> {WORDS[step.status]} <time dateTime={step.at}>{formatInstant(step.at)}</time>
            </p>
            {step.detail && <p>{step.detail}</p>}
            {step.undo && (
              <p data-undo={step.undo}>
                {step.undo === "done" ? "Undone." : "Could not be undone."} {step.undo_detail}
              </p>
            )}
          </div>
        </li>
      ))}
      {ahead > 0 && (
        <li data-status="pending">
          <span className={styles.sign} aria-hidden="true" />
          <p>
            {ahead === 1 ? "1 step" : `${ahead} steps`} {begun.length === 0 ? "" : "more "}not begun
          </p>
        </li>
      )}
    </ol>
  );
}
