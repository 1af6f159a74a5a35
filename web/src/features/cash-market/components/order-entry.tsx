import { type SyntheticEvent, useState } from "react";
import { Segmented } from "@/components/segmented";
import { TextField } from "@/components/text-field";
import { faultAt } from "@/lib/http/problem";
import type { BalanceAnswer } from "../api/account-contracts";
import type { BookAnswer, Certificate, Side } from "../api/market-contracts";
import type { OrderType } from "../api/order-contracts";
import { usePlaceOrder } from "../api/place-order";
import { availableOf, faultsOf, mostOf, needsPrice, type OrderDraft, type OrderField, paidWith, requestOf } from "../model/order-draft";
import { placedText, SIDE_WORDS } from "../model/orders";
import styles from "./order-entry.module.css";
import { OrderMore } from "./order-more";
import { OrderSummary } from "./order-summary";

const TYPES: readonly { value: OrderType; text: string }[] = [{ value: "limit", text: "Limit" }, { value: "market", text: "Market" }];
const SIDES: readonly Side[] = ["BUY", "SELL"];
const FIELDS: readonly OrderField[] = ["price", "quantity", "time_in_force", "post_only"];

interface OrderEntryProps {
  certificate: Certificate;
  draft: OrderDraft;
  onChange: (draft: OrderDraft) => void;
  book: BookAnswer | null;
  /** Null while they are not known. */
  balances: BalanceAnswer[] | null;
}

/** An order to write; it stays in sight above the book. */
export function OrderEntry({ certificate, draft, onChange, book, balances }: OrderEntryProps) {
  const placing = usePlaceOrder(certificate);
  const [isChecked, setChecked] = useState(false);
  const available = balances && availableOf(balances, paidWith(draft.side, certificate));
  const faults = faultsOf(draft, available);
  const faultOf = (field: OrderField): string | null => (isChecked ? faults[field] : undefined) ?? faultAt(placing.error, field);
  const failure = placing.error;
  const isElsewhere = failure !== null && FIELDS.every((field) => faultAt(failure, field) === null);
  const set = (part: Partial<OrderDraft>): void => {
    if (!placing.isPending) placing.reset();
    onChange({ ...draft, ...part });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faults).length > 0) return;
    placing.mutate(requestOf(draft), {
      onSuccess: () => {
        setChecked(false);
        onChange({ ...draft, quantity: "" });
      },
    });
  };
  const most = available === null ? null : mostOf(draft, available);
  return (
    <form className={styles.entry} data-side={draft.side} aria-label={`Order in ${certificate}`} onSubmit={submit} noValidate>
      <div className={styles.sides} role="group" aria-label="Side">
        {SIDES.map((side) => (
          <button key={side} type="button" data-side={side} aria-pressed={draft.side === side} onClick={() => set({ side })}>
            {SIDE_WORDS[side]}
          </button>
        ))}
      </div>
      <div className={styles.type}>
        <Segmented label="Type" options={TYPES} value={draft.type} onChange={(type) => set({ type, ...(type === "market" && { postOnly: false }) })} />
      </div>
      <div className={styles.price}>
        {needsPrice(draft) ? (
          <TextField
            label={draft.type === "limit" ? "Price" : "Highest price to pay"}
            unit="EUR"
            placeholder={(book?.mid ?? book?.last_price ?? 0).toFixed(2)}
            maxLength={12}
            value={draft.price}
            fault={faultOf("price")}
            onChange={(price) => set({ price })}
          />
        ) : (
          <p className={styles.atMarket}>Sells to the best bids, whatever they pay.</p>
        )}
      </div>
      <div className={styles.quantity}>
        <TextField label="Quantity" unit={certificate} placeholder="100" maxLength={12} value={draft.quantity} fault={faultOf("quantity")} onChange={(quantity) => set({ quantity })}>
          <button type="button" className={styles.most} disabled={most === null || most <= 0} onClick={() => set({ quantity: String(most) })}>
            Max<span className="visually-hidden"> that you can {SIDE_WORDS[draft.side].toLowerCase()}</span>
          </button>
        </TextField>
      </div>
      <OrderSummary certificate={certificate} draft={draft} book={book} available={available} />
      <button type="submit" className={styles.submit} disabled={placing.isPending}>
        {placing.isPending ? "Sending…" : `${SIDE_WORDS[draft.side]} ${certificate}`}
      </button>
      <OrderMore draft={draft} fault={faultOf("post_only") ?? faultOf("time_in_force")} onChange={set} />
      <p className={styles.outcome} role="status" data-failed={isElsewhere}>
        {isElsewhere ? failure.message : placing.data && placedText(placing.data)}
      </p>
    </form>
  );
}
