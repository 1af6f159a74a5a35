import { useMemo } from "react";
import type { HttpClient } from "@/lib/http/http-client";
import { useServices } from "@/lib/services";

/** The client for calls about a wallet: each names it in the header that the service checks. */
export function useWalletHttp(wallet: string): HttpClient {
  const { http } = useServices();
  return useMemo(() => http.withHeaders({ "x-wallet-address": wallet }), [http, wallet]);
}

/** Where a fault of the address itself is told. */
export const ADDRESS_FIELDS = ["x-wallet-address", "wallet", "wallet_address"];

const keyOf = (wallet: string) => ["wallets", "one", wallet.toLowerCase()];

export const summaryKey = (wallet: string) => [...keyOf(wallet), "summary"];
export const alertsKey = (wallet: string) => [...keyOf(wallet), "alerts"];
export const watchKey = (wallet: string, user: string) => [...keyOf(wallet), "watch", user];
export const historyKey = (wallet: string) => [...keyOf(wallet), "history"];
export const BOUND = ["wallets", "bound"];
export const MODEL = ["wallets", "model"];
