import { LiveValue } from "@/components/live-value";
import type { WalletTotalsAnswer } from "../api/contracts";
import { formatChange, formatDecimals, formatUsd } from "../model/figures";
import styles from "./key-figures.module.css";

/** A wallet's totals in a row. */
export function KeyFigures({ totals }: { totals: WalletTotalsAnswer }) {
  const figures: [string, string, string | null][] = [
    ["Net worth", formatUsd(totals.net_worth_usd), null],
    ["Collateral", formatUsd(totals.collateral_usd), totals.supplied_usd > totals.collateral_usd ? `of ${formatUsd(totals.supplied_usd)} supplied` : null],
    ["Debt", formatUsd(totals.borrowed_usd), null],
    ["Free in the wallet", formatUsd(totals.free_usd), null],
    ["Net interest a year", formatChange(totals.net_apy), "earned less paid"],
    ["Gas to unwind", formatUsd(totals.unwind_gas_usd), totals.gas_gwei === null ? null : `at ${formatDecimals(totals.gas_gwei, totals.gas_gwei < 10 ? 2 : 0)} gwei`],
  ];
  return (
    <dl className={styles.figures} data-field="totals">
      {figures.map(([name, text, hint]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <LiveValue value={text}>{text}</LiveValue>
            {hint && <small>{hint}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
