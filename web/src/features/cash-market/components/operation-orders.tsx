import { type Column, DataTable } from "@/components/data-table";
import { Panel } from "@/components/panel";
import { formatAmount, formatPrice } from "@/lib/format/numbers";
import type { OperationDetailAnswer, OperationOrderAnswer } from "../api/operation-contracts";
import { makerNames } from "../model/preview";
import { SideMark } from "./side-mark";

const WORDS: Record<OperationOrderAnswer["status"], string> = { open: "Waits", done: "Done", cancelled: "Cancelled" };

/** The orders that were placed, with what became of them. */
export function OperationOrders({ detail }: { detail: OperationDetailAnswer }) {
  const names = makerNames(detail.plans);
  const columns: Column<OperationOrderAnswer>[] = [
    { name: "Order", cell: ({ certificate_type, id }) => `${certificate_type} ${id}` },
    { name: "Side", cell: ({ side }) => <SideMark side={side} /> },
    { name: "Price", isNumber: true, cell: ({ price }) => formatPrice(price) },
    { name: "Left", isNumber: true, cell: ({ remaining, quantity }) => `${formatAmount(remaining)} of ${formatAmount(quantity)}` },
    { name: "Status", cell: ({ status }) => WORDS[status] },
    { name: "Market maker", cell: ({ mm_id }) => names.get(mm_id) ?? mm_id },
  ];
  return (
    <Panel title="Orders" note={`${detail.orders.length} placed`}>
      {detail.orders.length === 0 && <p className="quiet">No order was placed.</p>}
      {detail.orders.length > 0 && (
        <DataTable caption="Orders of the operation" columns={columns} rows={detail.orders} keyOf={({ certificate_type, id }) => certificate_type + id} stacks />
      )}
    </Panel>
  );
}
