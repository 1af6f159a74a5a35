import { type Level, LEVELS } from "../api/contracts";
import { LEVEL_MEANINGS, LEVEL_WORDS } from "../model/wording";
import { LevelSwatch } from "./level-mark";
import styles from "./level-strip.module.css";

interface LevelStripProps {
  counts: Partial<Record<Level, number>>;
  chosen: Level | null;
  onChoose: (level: Level | null) => void;
}

/** How many bonds are in each band, as a bar and as buttons that filter. */
export function LevelStrip({ counts, chosen, onChoose }: LevelStripProps) {
  const total = LEVELS.reduce((sum, level) => sum + (counts[level] ?? 0), 0);
  const choose = (level: Level): void => onChoose(chosen === level ? null : level);
  return (
    <section className={styles.strip} aria-label="Bonds by ease of sale">
      <div className={styles.bar} aria-hidden="true">
        {LEVELS.filter((level) => counts[level]).map((level) => (
          <span
            key={level}
            title={`${LEVEL_WORDS[level]}: ${counts[level] ?? 0} of ${total}`}
            data-dimmed={chosen !== null && chosen !== level}
            style={{ flexGrow: counts[level], background: `var(--level-${level})` }}
            onClick={() => choose(level)}
          />
        ))}
      </div>
      <div className={styles.levels} role="group" aria-label="Filter by level">
        {LEVELS.map((level) => (
          <button key={level} type="button" aria-pressed={chosen === level} onClick={() => choose(level)}>
            <span className={styles.word}>
              <LevelSwatch level={level} />
              {LEVEL_WORDS[level]}
            </span>
            <strong>{counts[level] ?? 0}</strong>
            <span className={styles.meaning}>{LEVEL_MEANINGS[level]}</span>
          </button>
        ))}
      </div>
    </section>
  );
}
