import styles from "./skeleton.module.css";

/** Grey lines where content is about to appear; one announcement for all of them. */
export function Skeleton({ lines, label }: { lines: number; label: string }) {
  return (
    <div className={styles.skeleton} role="status">
      <span className="visually-hidden">{label}</span>
      {Array.from({ length: lines }, (_, i) => (
        <span key={i} className={styles.line} style={{ width: `${100 - ((i * 7) % 22)}%` }} />
      ))}
    </div>
  );
}
