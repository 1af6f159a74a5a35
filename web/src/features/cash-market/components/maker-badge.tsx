import type { MakerType } from "../api/maker-contracts";
import { TYPE_BADGES, TYPE_WORDS } from "../model/makers";
import styles from "./maker-card.module.css";

/** LP or AH, with the whole name for those who hover or listen. */
export function MakerBadge({ type }: { type: MakerType }) {
  return (
    <span className={styles.badge} data-type={type} title={TYPE_WORDS[type]}>
      {TYPE_BADGES[type]}
      <span className="visually-hidden">, {TYPE_WORDS[type]}</span>
    </span>
  );
}
