import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { LiquidityRiskAnswer } from "./contracts";

/** The complete translation of a bond. */
export function useBond(isin: string) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["bonds", "one", isin],
    queryFn: ({ signal }) => http.get<LiquidityRiskAnswer>(`/api/v1/liquidity-risk/${encodeURIComponent(isin)}`, {}, signal),
  });
}
