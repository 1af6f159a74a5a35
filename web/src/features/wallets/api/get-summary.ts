import { useQuery } from "@tanstack/react-query";
import type { WalletSummaryAnswer } from "./contracts";
import { summaryKey, useWalletHttp } from "./wallet-http";

/** A wallet that is not watched sends no news; reading it again tells how old its data has become. */
const REFRESH_MS = 60_000;

/** All that is known of a wallet's risk. */
export function useSummary(wallet: string) {
  const http = useWalletHttp(wallet);
  return useQuery({
    queryKey: summaryKey(wallet),
    queryFn: ({ signal }) => http.get<WalletSummaryAnswer>("/api/risk/summary", { wallet }, signal),
    refetchInterval: ({ state }) => (state.data ? REFRESH_MS : false),
  });
}
