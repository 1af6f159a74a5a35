import type { WalletAlertSeverity } from "../api/alert-contracts";
import styles from "./alerts.module.css";

const WORDS: Record<WalletAlertSeverity, string> = { critical: "Critical", warning: "Warning" };

const SHAPES: Record<WalletAlertSeverity, string> = {
  critical: "M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z",
  warning: "M8 1.4 15.4 14.4H.6Z",
};

/** A severity: its own shape and its word, so that colour is never needed. */
export function SeverityMark({ severity }: { severity: WalletAlertSeverity }) {
  return (
    <span className={styles.mark} data-severity={severity}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        <path d={SHAPES[severity]} />
        <path className={styles.sign} d="M8 5.2v4M8 11v1.2" />
      </svg>
      {WORDS[severity]}
    </span>
  );
}
