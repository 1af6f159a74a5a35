import type { Level } from "../api/contracts";
import { LEVEL_WORDS } from "../model/wording";
import styles from "./level-mark.module.css";

/** A band of the index: always its word, with its shade beside it. */
export function LevelMark({ level }: { level: Level | null }) {
  const shown = level ?? "not_assessed";
  return (
    <span className={styles.mark}>
      <LevelSwatch level={shown} />
      {LEVEL_WORDS[shown]}
    </span>
  );
}

export function LevelSwatch({ level }: { level: Level }) {
  return <span className={styles.swatch} data-level={level} style={{ background: `var(--level-${level})` }} aria-hidden="true" />;
}
