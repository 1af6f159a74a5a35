import { useMutation, useQueryClient } from "@tanstack/react-query";
import { queryString } from "@/lib/http/http-client";
import type { TrackedWalletAnswer } from "./contracts";
import { alertsKey, useWalletHttp } from "./wallet-http";

/** Ends the reader's watch over a wallet. */
export function useUntracking(wallet: string) {
  const http = useWalletHttp(wallet);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete<TrackedWalletAnswer>(`/api/risk/wallets${queryString({ wallet })}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: alertsKey(wallet) }),
  });
}
