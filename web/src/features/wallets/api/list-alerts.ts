import { useQuery } from "@tanstack/react-query";
import type { WalletAlertListAnswer } from "./alert-contracts";
import { alertsKey, useWalletHttp } from "./wallet-http";

/** A wallet's alerts, open and closed. */
export function useWalletAlerts(wallet: string) {
  const http = useWalletHttp(wallet);
  return useQuery({
    queryKey: alertsKey(wallet),
    queryFn: ({ signal }) => http.get<WalletAlertListAnswer>("/api/risk/alerts", { wallet }, signal),
  });
}
