import { type Column, DataTable } from "@/components/data-table";
import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { Skeleton } from "@/components/skeleton";
import { formatInstant } from "@/lib/format/dates";
import { Link, navigate, usePlace } from "@/lib/router/router";
import { useOperations } from "../api/list-operations";
import type { OperationAnswer } from "../api/operation-contracts";
import { useLiveOperations } from "../api/use-live-operations";
import { filterAddress, readFilter } from "../model/operation-filter";
import { liquidityText } from "../model/operations";
import { AdminGate } from "./admin-gate";
import { OperationFilters } from "./operation-filters";
import styles from "./page.module.css";
import { StatusMark } from "./status-mark";

const COLUMNS: readonly Column<OperationAnswer>[] = [
  {
    name: "Ticket",
    cell: ({ id, ticket_id }) => <Link href={`/cash-market/operations/${encodeURIComponent(id)}`}>{ticket_id ?? id}</Link>,
  },
  { name: "Status", cell: ({ status }) => <StatusMark status={status} /> },
  { name: "What", cell: ({ kind, certificate_types }) => `${kind === "creation" ? "Creation" : "Withdrawal"}, ${certificate_types.join(" and ")}` },
  { name: "Bids", isNumber: true, cell: (o) => liquidityText(o, "bid") },
  { name: "Asks", isNumber: true, cell: (o) => liquidityText(o, "ask") },
  { name: "Orders", isNumber: true, cell: ({ orders_created }) => orders_created },
  { name: "By", cell: ({ requested_by }) => requested_by },
  { name: "When", cell: ({ created_at }) => formatInstant(created_at) },
];

export function OperationsPage() {
  return (
    <AdminGate title="Operations" lead="Every creation and withdrawal of liquidity, with its tickets." isRead>
      <Operations />
    </AdminGate>
  );
}

function Operations() {
  useLiveOperations();
  const filter = readFilter(usePlace().query);
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useOperations(filter);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <OperationFilters filter={filter} onChange={(next) => navigate(filterAddress(next), "replace")} />
      <Panel title="History" note="Newest first">
        {isPending && <Skeleton lines={8} label="Loading operations" />}
        {error && !data && (
          <Notice tone="error" title="The operations could not be loaded" text={error.message}>
            <button type="button" className="button" onClick={() => void refetch()}>
              Try again
            </button>
          </Notice>
        )}
        {data && rows.length === 0 && <p className="quiet">No operation matches.</p>}
        {rows.length > 0 && <DataTable caption="Operations" columns={COLUMNS} rows={rows} keyOf={({ id }) => id} stacks />}
        {hasNextPage && (
          <button type="button" className={`button ${styles.more ?? ""}`} disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? "Loading…" : "Show more"}
          </button>
        )}
      </Panel>
    </>
  );
}
