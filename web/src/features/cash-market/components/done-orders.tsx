import { type Column, DataTable } from "@/components/data-table";
import { formatInstant } from "@/lib/format/dates";
import { formatAmount, formatPrice } from "@/lib/format/numbers";
import type { OrderAnswer } from "../api/order-contracts";
import { statusText } from "../model/orders";
import styles from "./my-orders.module.css";
import { SideMark } from "./side-mark";

const COLUMNS: readonly Column<OrderAnswer>[] = [
  { name: "Side", cell: ({ side }) => <SideMark side={side} /> },
  { name: "Quantity", isNumber: true, cell: ({ quantity }) => formatAmount(quantity) },
  { name: "Price", isNumber: true, cell: ({ price }) => (price === null ? "market" : formatPrice(price)) },
  { name: "Mean price", isNumber: true, cell: ({ average_price }) => formatPrice(average_price) },
  { name: "Outcome", cell: statusText },
  { name: "When", cell: ({ updated_at }) => formatInstant(updated_at) },
];

export function DoneOrders({ orders }: { orders: readonly OrderAnswer[] }) {
  return (
    <div className={styles.done}>
      <h3>Done</h3>
      <DataTable caption="Done orders" columns={COLUMNS} rows={orders} keyOf={({ id }) => id} stacks />
    </div>
  );
}
