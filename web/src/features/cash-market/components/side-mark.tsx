import type { Side } from "../api/market-contracts";
import { SIDE_WORDS } from "../model/orders";
import styles from "./side-mark.module.css";

/** Buy or sell: the word and the direction say it, the colour repeats it. */
export function SideMark({ side }: { side: Side }) {
  return (
    <span className={styles.mark} data-side={side}>
      <span aria-hidden="true">{side === "BUY" ? "▲" : "▼"}</span> {SIDE_WORDS[side]}
    </span>
  );
}
