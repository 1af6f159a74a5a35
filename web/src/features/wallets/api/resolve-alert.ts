import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { WalletAlertAnswer } from "./alert-contracts";
import { alertsKey, summaryKey, useWalletHttp } from "./wallet-http";

/** Closes an alert in the reader's name. */
export function useResolution(wallet: string) {
  const http = useWalletHttp(wallet);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.post<WalletAlertAnswer>(`/api/risk/alerts/${encodeURIComponent(id)}/resolve`),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: summaryKey(wallet) });
      return queries.invalidateQueries({ queryKey: alertsKey(wallet) });
    },
  });
}
