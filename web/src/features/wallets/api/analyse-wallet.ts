import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { WalletSummaryAnswer } from "./contracts";
import { alertsKey, historyKey, summaryKey, useWalletHttp } from "./wallet-http";

/** Analyses a wallet now, with what the sources say at this moment. */
export function useAnalysis(wallet: string) {
  const http = useWalletHttp(wallet);
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.post<WalletSummaryAnswer>("/api/risk/analyze", { wallet_address: wallet, force_refresh: true }),
    onSuccess: (summary) => {
      queries.setQueryData(summaryKey(wallet), summary);
      void queries.invalidateQueries({ queryKey: alertsKey(wallet) });
      void queries.invalidateQueries({ queryKey: historyKey(wallet) });
    },
  });
}
