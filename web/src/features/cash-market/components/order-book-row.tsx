import { type CSSProperties, memo, useState } from "react";
import { formatAmount, formatPrice, formatRoundEuro } from "@/lib/format/numbers";
import type { Side } from "../api/market-contracts";
import type { LadderRow } from "../model/book";
import styles from "./order-book.module.css";

interface OrderBookRowProps {
  row: LadderRow;
  own: number;
  onPick: (level: { side: Side; price: number }) => void;
}

/** A level of the book. It flashes when its quantity changes; the whole row is a button. */
export const OrderBookRow = memo(
  function OrderBookRow({ row, own, onPick }: OrderBookRowProps) {
    const { side, price, quantity, cumulative, orders } = row;
    const [seen, setSeen] = useState({ quantity, changes: 0 });
    if (seen.quantity !== quantity) setSeen({ quantity, changes: seen.changes + 1 });
    return (
      <tr className={styles.row} data-side={side} data-best={row.isBest} style={{ "--depth": `${(row.depth * 100).toFixed(1)}%` } as CSSProperties}>
        <th scope="row">
          <span key={seen.changes} className={seen.changes > 0 ? styles.flash : undefined} aria-hidden="true" />
          <button type="button" onClick={() => onPick({ side, price })} aria-label={`${side === "SELL" ? "Buy" : "Sell"} at ${formatPrice(price)}`}>
            {formatPrice(price)}
          </button>
          {own > 0 && <span className={styles.own}>yours {formatAmount(own)}</span>}
        </th>
        <td>{formatAmount(quantity)}</td>
        <td>{formatAmount(cumulative)}</td>
        <td>{formatRoundEuro(Math.round(price * quantity))}</td>
        <td>{orders}</td>
      </tr>
    );
  },
  (before, after) =>
    before.own === after.own &&
    before.onPick === after.onPick &&
    before.row.price === after.row.price &&
    before.row.quantity === after.row.quantity &&
    before.row.cumulative === after.row.cumulative &&
    before.row.orders === after.row.orders &&
    before.row.depth === after.row.depth &&
    before.row.isBest === after.row.isBest,
);
