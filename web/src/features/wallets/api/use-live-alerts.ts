import { useQueryClient } from "@tanstack/react-query";
import { useTopics } from "@/lib/realtime/use-topics";
import { retold } from "../model/alerts";
import type { WalletAlertListAnswer } from "./alert-contracts";
import { alertsKey } from "./wallet-http";

/** Keeps a wallet's alerts up to date with what their topic says; what it leaves out is read again. */
export function useLiveAlerts(wallet: string): void {
  const queries = useQueryClient();
  useTopics([`wallet.${wallet.toLowerCase()}.alerts`], ({ type, payload }) => {
    if (type !== "snapshot" && type !== "alerts_update") return;
    const told = payload as WalletAlertListAnswer;
    const known = queries.getQueryData<WalletAlertListAnswer>(alertsKey(wallet));
    if (known === undefined) return;
    queries.setQueryData(alertsKey(wallet), retold(known, told));
    if (told.seq > known.seq) void queries.invalidateQueries({ queryKey: alertsKey(wallet) });
  });
}
