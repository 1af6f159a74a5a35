import { useMutation } from "@tanstack/react-query";
import type { WalletChangeRequest, WalletSimulateAnswer } from "./rescue-contracts";
import { useWalletHttp } from "./wallet-http";

/** A wallet before and after some changes; nothing is kept. */
export function useSimulation(wallet: string) {
  const http = useWalletHttp(wallet);
  return useMutation({
    mutationFn: (changes: readonly WalletChangeRequest[]) =>
      http.post<WalletSimulateAnswer>("/api/risk/simulate", { wallet_address: wallet, changes }),
  });
}
