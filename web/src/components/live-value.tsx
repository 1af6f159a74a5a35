import { type ReactNode, useState } from "react";
import styles from "./live-value.module.css";

/** A figure that flashes softly when its value changes. */
export function LiveValue({ value, children }: { value: unknown; children: ReactNode }) {
  const [seen, setSeen] = useState({ value, changes: 0 });
  if (!Object.is(seen.value, value)) setSeen({ value, changes: seen.changes + 1 });
  return (
    <span key={seen.changes} className={seen.changes > 0 ? styles.changed : styles.value} data-changes={seen.changes}>
      {children}
    </span>
  );
}
