import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { TrackedWalletAnswer } from "./contracts";
import { alertsKey, summaryKey, useWalletHttp } from "./wallet-http";

/** Has a wallet watched from now on; it is analysed at once. */
export function useTracking(wallet: string) {
  const http = useWalletHttp(wallet);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.post<TrackedWalletAnswer>("/api/risk/wallets", { wallet_address: wallet }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: summaryKey(wallet) });
      void queries.invalidateQueries({ queryKey: alertsKey(wallet) });
    },
  });
}
