import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { WalletHistoryAnswer } from "./history-contracts";
import { historyKey, useWalletHttp } from "./wallet-http";

const REFRESH_MS = 120_000;
const HOUR_MS = 3_600_000;
const MOST_POINTS = 300;

/** A wallet's figures over the last hours. */
export function useHistory(wallet: string, hours: number) {
  const http = useWalletHttp(wallet);
  return useQuery({
    queryKey: [...historyKey(wallet), hours],
    queryFn: ({ signal }) => {
      const from = new Date(Date.now() - hours * HOUR_MS).toISOString();
      return http.get<WalletHistoryAnswer>("/api/risk/history", { wallet, from, limit: MOST_POINTS }, signal);
    },
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
