import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { ListQuery } from "../model/list-query";
import type { BondListAnswer } from "./contracts";

const REFRESH_MS = 15_000;

/** How many of the bonds that match the other filters are in each band; asked again while the page is open. */
export function useLevelCounts({ q, risk, alert, currency }: ListQuery) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["bonds", "levels", q, risk, alert, currency],
    queryFn: async ({ signal }) =>
      (await http.get<BondListAnswer>("/api/v1/liquidity-risk", { q, risk, alert, currency, limit: 1 }, signal)).levels,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
