import { formatShare } from "@/lib/format/numbers";
import { FRESHNESS_SHADES } from "../model/kpi-wording";
import { freshnessWord } from "../model/wording";
import styles from "./kpi-page.module.css";

/** How old the market data is, as shares of all bonds. */
export function FreshnessBar({ shares }: { shares: Record<string, number> }) {
  return (
    <>
      <div className={styles.stack} aria-hidden="true">
        {FRESHNESS_SHADES.map(([name, shade]) => (
          <span key={name} style={{ flexGrow: shares[name] ?? 0, background: `var(--level-${shade})` }} />
        ))}
      </div>
      <ul className={styles.legend}>
        {FRESHNESS_SHADES.map(([name, shade]) => (
          <li key={name}>
            <i style={{ background: `var(--level-${shade})` }} aria-hidden="true" />
            {freshnessWord(name)} {formatShare(shares[name] ?? 0)}
          </li>
        ))}
      </ul>
    </>
  );
}
