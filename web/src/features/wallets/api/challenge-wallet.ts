import { useServices } from "@/lib/services";
import type { WalletChallengeAnswer } from "./proof-contracts";

/** Asks for the message that proves a wallet once it is signed. */
export function useChallenge(): (wallet: string) => Promise<WalletChallengeAnswer> {
  const { http } = useServices();
  return (wallet) => http.post<WalletChallengeAnswer>("/api/risk/wallets/challenge", { wallet_address: wallet });
}
