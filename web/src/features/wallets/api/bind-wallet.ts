import { useServices } from "@/lib/services";
import type { WalletBindingAnswer } from "./proof-contracts";

/** Sends a signed message; its wallet is the reader's own from then on. */
export function useBinding(): (message: string, signature: string) => Promise<WalletBindingAnswer> {
  const { http } = useServices();
  return (message, signature) => http.post<WalletBindingAnswer>("/api/risk/wallets/bind", { message, signature });
}
