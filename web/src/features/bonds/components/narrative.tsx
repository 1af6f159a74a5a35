import { Segmented } from "@/components/segmented";
import { formatInstant, formatInstantInFull } from "@/lib/format/dates";
import { type Language, LANGUAGE_NAMES, LANGUAGES } from "../model/language";
import { freshnessWord } from "../model/wording";
import styles from "./narrative.module.css";

const CHOICES = LANGUAGES.map((l) => ({ value: l, text: LANGUAGE_NAMES[l], lang: l }));

interface NarrativeProps {
  text: string;
  asOf: string;
  freshness: string;
  language: Language;
  onLanguage: (language: Language) => void;
  /** Beside figures the words step back. */
  compact?: boolean;
}

/** The translation in words. Its first sentence says what matters most and is set larger. */
export function Narrative({ text, asOf, freshness, language, onLanguage, compact = false }: NarrativeProps) {
  const [opening, ...rest] = text.split(/(?<=[.!?।])\s+/);
  return (
    <section className={compact ? styles.compact : styles.narrative} aria-label="In plain words" data-field="narrative">
      <div lang={language}>
        <p className={styles.opening}>{opening}</p>
        {rest.length > 0 && <p className={styles.rest}>{rest.join(" ")}</p>}
      </div>
      <div className={styles.foot}>
        <p>
          {freshnessWord(freshness)}, as of{" "}
          <time dateTime={asOf} title={formatInstantInFull(asOf)}>
            {formatInstant(asOf)}
          </time>
        </p>
        <Segmented label="Language of the text" options={CHOICES} value={language} onChange={onLanguage} />
      </div>
    </section>
  );
}
