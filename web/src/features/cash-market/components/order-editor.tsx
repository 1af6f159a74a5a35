import { type SyntheticEvent, useState } from "react";
import { TextField } from "@/components/text-field";
import { faultAt } from "@/lib/http/problem";
import type { OrderAnswer } from "../api/order-contracts";
import { useReplaceOrder } from "../api/replace-order";
import { losesPlace, replacementOf } from "../model/orders";
import styles from "./my-orders.module.css";

/** Changes price and quantity of an order where it stands. */
export function OrderEditor({ order, onDone }: { order: OrderAnswer; onDone: () => void }) {
  const [price, setPrice] = useState(order.price?.toFixed(2) ?? "");
  const [quantity, setQuantity] = useState(String(order.remaining));
  const [isChecked, setChecked] = useState(false);
  const replacing = useReplaceOrder(order);
  const change = replacementOf(order, price, quantity);
  const fault = isChecked && change === null ? "A price in whole cents and a whole number of certificates." : null;
  const isElsewhere = replacing.error && faultAt(replacing.error, "price") === null && faultAt(replacing.error, "quantity") === null;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (change === null) return;
    if (change.price === undefined && change.quantity === undefined) onDone();
    else replacing.mutate(change, { onSuccess: onDone });
  };
  return (
    <form className={styles.editor} aria-label={`Edit order ${order.id}`} onSubmit={submit} noValidate>
      <TextField label="Price" unit="EUR" value={price} maxLength={12} fault={faultAt(replacing.error, "price")} onChange={setPrice} />
      <TextField
        label="Left to trade"
        unit={order.certificate_type}
        value={quantity}
        maxLength={12}
        fault={fault ?? faultAt(replacing.error, "quantity")}
        onChange={setQuantity}
      />
      <div className={styles.buttons}>
        <button type="submit" className="button" data-kind="main" data-size="small" disabled={replacing.isPending}>
          {replacing.isPending ? "Saving…" : "Save"}
        </button>
        <button type="button" className="button" data-size="small" onClick={onDone}>
          Keep as it is
        </button>
      </div>
      <p className={styles.small} role="status">
        {isElsewhere ? replacing.error.message : change && losesPlace(order, change) ? "Goes to the end of the queue at its price." : "Keeps its place in the queue."}
      </p>
    </form>
  );
}
