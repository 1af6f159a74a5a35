import { formatInstant, formatInstantInFull } from "@/lib/format/dates";
import { freshnessWord } from "../model/wording";
import styles from "./narrative.module.css";

/** The translation in words. Its first sentence says what matters most and is set larger. */
export function Narrative({ text, asOf, freshness }: { text: string; asOf: string; freshness: string }) {
  const [opening, ...rest] = text.split(/(?<=[.!?])\s+/);
  return (
    <section className={styles.narrative} aria-label="In plain words" data-field="narrative">
      <p className={styles.opening}>{opening}</p>
      {rest.length > 0 && <p className={styles.rest}>{rest.join(" ")}</p>}
      <p className={styles.when}>
        {freshnessWord(freshness)}, as of{" "}
        <time dateTime={asOf} title={formatInstantInFull(asOf)}>
          {formatInstant(asOf)}
        </time>
      </p>
    </section>
  );
}
