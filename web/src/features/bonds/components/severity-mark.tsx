import type { Severity } from "../api/alert-contracts";
import { SEVERITY_WORDS } from "../model/list-wording";
import styles from "./severity-mark.module.css";

const SHAPES: Record<Severity, string> = {
  critical: "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z",
  warning: "M8 1.4 15.4 14.4H.6Z",
  info: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1Z",
};

/** A severity: its own shape and its word, so that colour is never needed. */
export function SeverityMark({ severity, text }: { severity: Severity; text?: string }) {
  return (
    <span className={styles.mark} data-severity={severity}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={SHAPES[severity]} />
        {severity === "info" ? <path className={styles.sign} d="M8 7v4.6M8 4.2v1.2" /> : <path className={styles.sign} d="M8 5.2v4M8 11v1.2" />}
      </svg>
      {text ?? SEVERITY_WORDS[severity]}
    </span>
  );
}
