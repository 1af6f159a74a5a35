import { useCallback, useMemo, useState } from "react";
import { Notice } from "@/components/notice";
import { Skeleton } from "@/components/skeleton";
import { mayTrade, useRoles } from "@/lib/session/use-roles";
import { useAccount } from "../api/get-account";
import { useOrders } from "../api/list-orders";
import type { Certificate, Side } from "../api/market-contracts";
import { useLiveBook } from "../api/use-live-book";
import { useLiveTrades } from "../api/use-live-trades";
import { against, EMPTY_DRAFT, type OrderDraft } from "../model/order-draft";
import { ownLevels, withOrders } from "../model/orders";
import { CandlePanel } from "./candle-panel";
import styles from "./cash-market-page.module.css";
import { DepthChart } from "./depth-chart";
import { MarketHeader } from "./market-header";
import { MyOrders } from "./my-orders";
import { OrderBook } from "./order-book";
import { OrderEntry } from "./order-entry";
import { RecentTrades } from "./recent-trades";
import { CashMarketNav } from "./cash-market-nav";

/** A certificate's market: the book in the middle, an order at hand above it, what happened and what is one's own below. */
export function CashMarketPage({ certificate }: { certificate: Certificate }) {
  const { book, error } = useLiveBook(certificate);
  const trades = useLiveTrades(certificate);
  const account = useAccount().data;
  const listed = useOrders(certificate).data;
  const orders = useMemo(() => withOrders(listed?.items ?? [], account?.orders ?? [], certificate), [listed, account, certificate]);
  const own = useMemo(() => ownLevels(orders), [orders]);
  const isTrader = mayTrade(useRoles());
  const [draft, setDraft] = useState<OrderDraft>(EMPTY_DRAFT);
  const pick = useCallback((level: { side: Side; price: number }) => setDraft((known) => against(level, known)), []);
  return (
    <>
      <CashMarketNav />
      <MarketHeader certificate={certificate} book={book} lastTrade={trades?.[0] ?? null} />
      <div className={styles.trading}>
        {isTrader ? (
          <OrderEntry certificate={certificate} draft={draft} onChange={setDraft} book={book} balances={account?.balances ?? null} />
        ) : (
          <Notice title="For reading" text="Your role sees this market, but does not trade in it." />
        )}
        {book && <OrderBook book={book} own={own} onPick={pick} />}
        {!book && !error && <Skeleton lines={12} label="Loading the order book" />}
        {!book && error && <Notice tone="error" title="The order book could not be loaded" text={error.message} />}
        <div className={styles.pair}>
          <DepthChart book={book} />
          <RecentTrades trades={trades} />
        </div>
      </div>
      <div className={styles.below}>
        <CandlePanel certificate={certificate} trades={trades ?? []} />
        <MyOrders orders={orders} isLoading={listed === undefined} />
      </div>
    </>
  );
}
