import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { WalletBindingListAnswer } from "./proof-contracts";
import { BOUND } from "./wallet-http";

/** The wallets that the reader has proven. */
export function useBoundWallets() {
  const { http } = useServices();
  return useQuery({ queryKey: BOUND, queryFn: ({ signal }) => http.get<WalletBindingListAnswer>("/api/risk/wallets/bound", {}, signal) });
}
