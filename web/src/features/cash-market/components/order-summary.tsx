import { formatAmount, formatEuro, formatPrice, formatRoundEuro } from "@/lib/format/numbers";
import type { BookAnswer, Certificate } from "../api/market-contracts";
import { estimateOf, type OrderDraft } from "../model/order-draft";
import styles from "./order-entry.module.css";

interface OrderSummaryProps {
  certificate: Certificate;
  draft: OrderDraft;
  book: BookAnswer | null;
  available: number | null;
}

/** What there is to pay with, and what the order costs or brings. */
export function OrderSummary({ certificate, draft, book, available }: OrderSummaryProps) {
  const estimate = estimateOf(draft, book);
  const isBuy = draft.side === "BUY";
  const isPartly = estimate !== null && estimate.atOnce < estimate.quantity;
  return (
    <dl className={styles.summary}>
      <div>
        <dt>Available</dt>
        <dd data-field="available">{isBuy ? formatRoundEuro(available) : `${formatAmount(available)} ${certificate}`}</dd>
      </div>
      <div>
        <dt>{isBuy ? "Cost, at most" : "Proceeds, about"}</dt>
        <dd data-field="estimate">
          {formatEuro(estimate?.total)}
          <small>
            {estimate?.averagePrice != null &&
              `${isPartly ? `${formatAmount(estimate.atOnce)} ` : ""}at once at ${formatPrice(Math.round(estimate.averagePrice * 100) / 100)}`}
          </small>
        </dd>
      </div>
    </dl>
  );
}
