import { type Column, DataTable } from "@/components/data-table";
import { Modal } from "@/components/modal";
import { Notice } from "@/components/notice";
import { Skeleton } from "@/components/skeleton";
import { formatInstant } from "@/lib/format/dates";
import type { Asset, TransactionAnswer } from "../api/account-contracts";
import { useMakerTransactions } from "../api/list-maker-transactions";
import type { MarketMakerAnswer } from "../api/maker-contracts";
import { referenceText } from "../model/makers";
import { amountText } from "./maker-card";
import styles from "./page.module.css";

const change = (asset: Asset, amount: number): string =>
  amount === 0 ? "" : `${amount > 0 ? "+" : "−"}${amountText(asset, Math.abs(amount))}`;

const COLUMNS: readonly Column<TransactionAnswer>[] = [
  { name: "Reason", cell: ({ reason }) => reason.replace(/^./, (letter) => letter.toUpperCase()) },
  { name: "Available", isNumber: true, cell: ({ asset_type, available }) => change(asset_type, available) },
  { name: "Locked", isNumber: true, cell: ({ asset_type, locked }) => change(asset_type, locked) },
  { name: "Available after", isNumber: true, cell: (t) => amountText(t.asset_type, t.available_after) },
  { name: "For", cell: ({ reference }) => <span title={reference}>{referenceText(reference)}</span> },
  { name: "When", cell: ({ at }) => formatInstant(at) },
];

/** Every change of a market maker's assets, at the side of the page. */
export function TransactionsDrawer({ maker, onClose }: { maker: MarketMakerAnswer; onClose: () => void }) {
  const { data, error, isPending, hasNextPage, isFetchingNextPage, fetchNextPage } = useMakerTransactions(maker.id);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Modal title={`Transactions of ${maker.name}`} size="drawer" onClose={onClose}>
      {isPending && <Skeleton lines={8} label="Loading transactions" />}
      {error && !data && <Notice tone="error" text={error.message} />}
      {data && rows.length === 0 && <p className="quiet">Nothing has changed its assets yet.</p>}
      {rows.length > 0 && <DataTable caption={`Transactions of ${maker.name}`} columns={COLUMNS} rows={rows} keyOf={({ number }) => String(number)} stacks />}
      {hasNextPage && (
        <button type="button" className={`button ${styles.more ?? ""}`} disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? "Loading…" : "Show more"}
        </button>
      )}
    </Modal>
  );
}
