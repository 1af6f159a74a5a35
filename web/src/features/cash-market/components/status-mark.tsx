import type { OperationStatus } from "../api/operation-contracts";
import { STATUS_WORDS, type Tone, toneOf } from "../model/operations";
import styles from "./status-mark.module.css";

const SHAPES: Record<Tone, string> = {
  waiting: "M8 4.2V8l2.6 1.8",
  good: "M4.6 8.3l2.3 2.3 4.5-4.9",
  ended: "M4.8 8h6.4",
  bad: "M8 4.4v4.2M8 10.9v.6",
};

/** How an operation stands: its own sign and its word, so that colour is never needed. */
export function StatusMark({ status }: { status: OperationStatus }) {
  const tone = toneOf(status);
  return (
    <span className={styles.mark} data-tone={tone}>
      <svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
        <circle cx="8" cy="8" r="7" />
        <path d={SHAPES[tone]} />
      </svg>
      {STATUS_WORDS[status]}
    </span>
  );
}
