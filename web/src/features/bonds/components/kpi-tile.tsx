import type { ReactNode } from "react";
import { Panel } from "@/components/panel";
import styles from "./kpi-page.module.css";

interface KpiTileProps {
  title: string;
  /** The one figure of the tile; null when there is nothing to measure yet. */
  value: string | null;
  unit: string;
  empty: string;
  children?: ReactNode;
}

/** One measure: its figure, what it counts, and what belongs to it. */
export function KpiTile({ title, value, unit, empty, children }: KpiTileProps) {
  return (
    <Panel title={title}>
      {value === null ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <p className={styles.figure}>
          <strong>{value}</strong> <span>{unit}</span>
        </p>
      )}
      {children}
    </Panel>
  );
}
