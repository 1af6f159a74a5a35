import styles from "./stale-notice.module.css";

/** Says before all figures that some of them are old. */
export function StaleNotice({ words }: { words: string }) {
  return (
    <p className={styles.stale} role="status" data-field="stale">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.8" />
        <path d="M8 4.2V8l2.6 1.8" />
      </svg>
      {words}
    </p>
  );
}
