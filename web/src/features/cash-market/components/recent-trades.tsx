import { Panel } from "@/components/panel";
import { Skeleton } from "@/components/skeleton";
import { formatInstant } from "@/lib/format/dates";
import { formatAmount, formatPrice } from "@/lib/format/numbers";
import type { TradeAnswer } from "../api/market-contracts";
import styles from "./recent-trades.module.css";

const SHOWN = 40;

/** What was traded last, the newest first. */
export function RecentTrades({ trades }: { trades: readonly TradeAnswer[] | null }) {
  return (
    <Panel title="Recent trades" note="By what the arriving order did">
      {trades === null && <Skeleton lines={6} label="Loading trades" />}
      {trades?.length === 0 && <p className="quiet">Nothing has been traded yet.</p>}
      {trades !== null && trades.length > 0 && (
        <div className={styles.frame} role="region" aria-label="Recent trades, scrolls" tabIndex={0}>
          <table className={styles.trades}>
            <thead>
              <tr>
                <th scope="col">Time</th>
                <th scope="col">Side</th>
                <th scope="col">Price</th>
                <th scope="col">Quantity</th>
              </tr>
            </thead>
            <tbody>
              {trades.slice(0, SHOWN).map(({ id, at, side, price, quantity }) => (
                <tr key={id} data-side={side}>
                  <td>{formatInstant(at)}</td>
                  <td>
                    <span aria-hidden="true">{side === "BUY" ? "▲" : "▼"}</span> {side === "BUY" ? "Bought" : "Sold"}
                  </td>
                  <td>{formatPrice(price)}</td>
                  <td>{formatAmount(quantity)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
