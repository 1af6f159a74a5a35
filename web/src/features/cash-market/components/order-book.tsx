import { useLayoutEffect, useRef, useState } from "react";
import { Panel } from "@/components/panel";
import { formatBasisPoints, formatPrice } from "@/lib/format/numbers";
import type { BookAnswer, Side } from "../api/market-contracts";
import { centsOf, ladderOf, type LadderRow } from "../model/book";
import styles from "./order-book.module.css";
import { OrderBookRow } from "./order-book-row";

const LEVELS = 60;

interface OrderBookProps {
  book: BookAnswer;
  /** How much of the reader's own waits at each price in cents. */
  own: ReadonlyMap<number, number>;
  onPick: (level: { side: Side; price: number }) => void;
}

/** The whole book, asks above bids. It keeps the spread in its middle until the reader scrolls. */
export function OrderBook({ book, own, onPick }: OrderBookProps) {
  const { asks, bids } = ladderOf(book, LEVELS);
  const frame = useRef<HTMLDivElement>(null);
  const middle = useRef<HTMLTableRowElement>(null);
  const [isCentred, setCentred] = useState(true);
  useLayoutEffect(() => {
    const [outer, inner] = [frame.current, middle.current];
    if (isCentred && outer && inner) outer.scrollTop = inner.offsetTop - (outer.clientHeight - inner.offsetHeight) / 2;
  });
  const leave = (): void => setCentred(false);
  const row = (level: LadderRow) => (
    <OrderBookRow key={`${level.side}${centsOf(level.price)}`} row={level} own={own.get(centsOf(level.price)) ?? 0} onPick={onPick} />
  );
  return (
    <Panel
      title="Order book"
      note={
        isCentred ? (
          "Click a price to trade against it"
        ) : (
          <button type="button" className={styles.centre} onClick={() => setCentred(true)}>
            Back to the spread
          </button>
        )
      }
    >
      <div
        ref={frame}
        className={styles.frame}
        role="region"
        aria-label="Order book, scrolls"
        tabIndex={0}
        onWheel={leave}
        onTouchMove={leave}
        onKeyDown={(event) => event.target === event.currentTarget && event.key !== "Tab" && leave()}
      >
        <table className={styles.book}>
          <thead>
            <tr>
              <th scope="col">Price, EUR</th>
              <th scope="col">Quantity</th>
              <th scope="col">Cumulative</th>
              <th scope="col">Value</th>
              <th scope="col">Orders</th>
            </tr>
          </thead>
          <tbody>{asks.length > 0 ? asks.map(row) : <EmptySide text="Nobody sells." />}</tbody>
          <tbody>
            <tr ref={middle} className={styles.middle}>
              <td colSpan={5}>
                <div>
                  <span>
                    Spread <strong>{formatPrice(book.spread)}</strong> {book.spread_bps !== null && formatBasisPoints(book.spread_bps)}
                  </span>
                  <span>
                    Mid <strong>{formatPrice(book.mid)}</strong>
                  </span>
                  <span>
                    Last <strong>{formatPrice(book.last_price)}</strong>
                  </span>
                </div>
              </td>
            </tr>
          </tbody>
          <tbody>{bids.length > 0 ? bids.map(row) : <EmptySide text="Nobody buys." />}</tbody>
        </table>
      </div>
    </Panel>
  );
}

function EmptySide({ text }: { text: string }) {
  return (
    <tr>
      <td colSpan={5} className={styles.empty}>
        {text}
      </td>
    </tr>
  );
}
