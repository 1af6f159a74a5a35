import { formatFraction } from "../model/figures";
import type { Part } from "../model/shares";
import styles from "./share-bar.module.css";

/** Parts of a whole side by side, named below with their shares. */
export function ShareBar({ parts, label }: { parts: readonly Part[]; label: string }) {
  return (
    <div className={styles.shares} role="group" aria-label={label}>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(({ name, share }, i) => (
          <span key={name} data-shade={i} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul>
        {parts.map(({ name, share }, i) => (
          <li key={name}>
            <i data-shade={i} aria-hidden="true" />
            {name} <b>{formatFraction(share)}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}
