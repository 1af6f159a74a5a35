import { useQuery } from "@tanstack/react-query";
import { useUser } from "@/lib/session/use-user";
import type { TrackedWalletAnswer } from "./contracts";
import { useWalletHttp, watchKey } from "./wallet-http";

/** Whether the reader has a wallet watched. */
export function useWatch(wallet: string) {
  const http = useWalletHttp(wallet);
  return useQuery({
    queryKey: watchKey(wallet, useUser()),
    queryFn: ({ signal }) => http.get<TrackedWalletAnswer>("/api/risk/wallets", { wallet }, signal),
  });
}
