import { useState } from "react";
import { formatInstant } from "@/lib/format/dates";
import { formatAmount, formatPrice } from "@/lib/format/numbers";
import { useCancelOrder } from "../api/cancel-order";
import type { OrderAnswer } from "../api/order-contracts";
import { statusText } from "../model/orders";
import styles from "./my-orders.module.css";
import { OrderEditor } from "./order-editor";
import { SideMark } from "./side-mark";

/** An order that waits. */
export function OpenOrder({ order }: { order: OrderAnswer }) {
  const [isEditing, setEditing] = useState(false);
  const cancelling = useCancelOrder(order);
  const name = `order ${order.id}`;
  return (
    <li className={styles.order} data-side={order.side} data-order={order.id}>
      <div className={styles.facts}>
        <SideMark side={order.side} />
        <span>
          <strong>{formatAmount(order.remaining)}</strong> {order.certificate_type} at <strong>{formatPrice(order.price)}</strong>
        </span>
        <span className={styles.small}>
          {statusText(order)} · {order.time_in_force}
          {order.post_only && " · post-only"} · {formatInstant(order.placed_at)}
        </span>
      </div>
      <span className={styles.filled} aria-hidden="true">
        <i style={{ width: `${(100 * order.filled) / Math.max(1, order.quantity)}%` }} />
      </span>
      {isEditing ? (
        <OrderEditor order={order} onDone={() => setEditing(false)} />
      ) : (
        <div className={styles.buttons}>
          <button type="button" className="button" data-size="small" onClick={() => setEditing(true)}>
            Edit<span className="visually-hidden"> {name}</span>
          </button>
          <button type="button" className="button" data-size="small" disabled={cancelling.isPending} onClick={() => cancelling.mutate()}>
            {cancelling.isPending ? "Cancelling…" : "Cancel"}
            <span className="visually-hidden"> {name}</span>
          </button>
        </div>
      )}
      {cancelling.error && (
        <p className={styles.fault} role="alert">
          {cancelling.error.message}
        </p>
      )}
    </li>
  );
}
