import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useUser } from "@/lib/session/use-user";
import type { TrackedWalletAnswer } from "./contracts";
import { alertsKey, summaryKey, useWalletHttp, watchKey } from "./wallet-http";

/** Has a wallet watched from now on; it is analysed at once. */
export function useTracking(wallet: string) {
  const http = useWalletHttp(wallet);
  const queries = useQueryClient();
  const user = useUser();
  return useMutation({
    mutationFn: () => http.post<TrackedWalletAnswer>("/api/risk/wallets", { wallet_address: wallet }),
    onSuccess: (watch) => {
      queries.setQueryData(watchKey(wallet, user), watch);
      void queries.invalidateQueries({ queryKey: summaryKey(wallet) });
      void queries.invalidateQueries({ queryKey: alertsKey(wallet) });
    },
  });
}
