import { useMutation, useQueryClient } from "@tanstack/react-query";
import { queryString } from "@/lib/http/http-client";
import { useServices } from "@/lib/services";
import type { WalletBindingListAnswer } from "./proof-contracts";
import { BOUND } from "./wallet-http";

/** Gives a proven wallet up. */
export function useUnbinding() {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (wallet: string) => http.delete<WalletBindingListAnswer>(`/api/risk/wallets/bind${queryString({ wallet })}`),
    onSuccess: (list) => {
      queries.setQueryData(BOUND, list);
      void queries.resetQueries({ queryKey: ["wallets", "one"] });
    },
  });
}
