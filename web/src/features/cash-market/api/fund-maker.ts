import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { makerAddress } from "./addresses";
import { MAKER_LISTS } from "./list-makers";
import type { FundRequest, MarketMakerAnswer } from "./maker-contracts";

/** Pays assets in to a market maker, or out of what it has available. */
export function useFundMaker(id: string) {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: FundRequest) => http.put<MarketMakerAnswer>(`${makerAddress(id)}/fund`, request),
    onSuccess: () => queries.invalidateQueries({ queryKey: MAKER_LISTS }),
  });
}
