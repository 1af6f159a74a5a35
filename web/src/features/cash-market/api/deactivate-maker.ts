import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { makerAddress } from "./addresses";
import { MAKER_LISTS } from "./list-makers";
import type { MarketMakerAnswer } from "./maker-contracts";

/** Ends a market maker's work: its orders are cancelled and its assets released. */
export function useDeactivateMaker(id: string) {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete<MarketMakerAnswer>(makerAddress(id)),
    onSuccess: () => queries.invalidateQueries({ queryKey: MAKER_LISTS }),
  });
}
