import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { LIQUIDITY } from "./addresses";
import type { ProvisionAnswer, ProvisionRequest } from "./maker-contracts";
import { MAKER_LISTS } from "./list-makers";

/** Creates or funds market makers with what a preview lacks. */
export function useProvision() {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (requests: readonly ProvisionRequest[]) =>
      requests.reduce<Promise<ProvisionAnswer[]>>(
        async (before, request) => [...(await before), await http.post<ProvisionAnswer>(`${LIQUIDITY}/provision`, request)],
        Promise.resolve([]),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: MAKER_LISTS }),
  });
}
