import { useMutation, useQueryClient } from "@tanstack/react-query";
import { queryString } from "@/lib/http/http-client";
import { useUser } from "@/lib/session/use-user";
import type { TrackedWalletAnswer } from "./contracts";
import { alertsKey, useWalletHttp, watchKey } from "./wallet-http";

/** Ends the reader's watch over a wallet. */
export function useUntracking(wallet: string) {
  const http = useWalletHttp(wallet);
  const queries = useQueryClient();
  const user = useUser();
  return useMutation({
    mutationFn: () => http.delete<TrackedWalletAnswer>(`/api/risk/wallets${queryString({ wallet })}`),
    onSuccess: (watch) => {
      queries.setQueryData(watchKey(wallet, user), watch);
      void queries.invalidateQueries({ queryKey: alertsKey(wallet) });
    },
  });
}
