import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { useTopic } from "@/lib/realtime/use-topic";
import { isNewer, withNews } from "../model/live-wallet";
import type { WalletSummaryAnswer, WalletUpdatePayload } from "./contracts";
import { historyKey, summaryKey } from "./wallet-http";

/** A summary with the newest of what its topic tells; what the topic leaves out is read again after news. */
export function useLiveWallet(summary: WalletSummaryAnswer): WalletSummaryAnswer {
  const wallet = summary.wallet_address;
  const queries = useQueryClient();
  const news = useTopic<WalletUpdatePayload>(`wallet.${wallet.toLowerCase()}`)?.payload ?? null;
  const isBehind = isNewer(news, summary);
  const newest = news?.as_of;
  useEffect(() => {
    if (!isBehind) return;
    void queries.invalidateQueries({ queryKey: summaryKey(wallet) });
    void queries.invalidateQueries({ queryKey: historyKey(wallet) });
  }, [isBehind, newest, queries, wallet]);
  return withNews(summary, news);
}
