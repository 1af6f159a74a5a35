import type { ReactNode } from "react";
import styles from "./scroll-table.module.css";

/** A table of figures that scrolls sideways within its frame where the screen is narrow. */
export function ScrollTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.frame} role="group" aria-label={label} tabIndex={0}>
      <table className={styles.table}>{children}</table>
    </div>
  );
}
