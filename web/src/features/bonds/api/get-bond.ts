import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { LiquidityRiskAnswer } from "./contracts";

/** A quiet bond sends no news; reading it again tells how old its data has become. */
const REFRESH_MS = 30_000;

/** The complete translation of a bond. */
export function useBond(isin: string) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["bonds", "one", isin],
    queryFn: ({ signal }) => http.get<LiquidityRiskAnswer>(`/api/v1/liquidity-risk/${encodeURIComponent(isin)}`, {}, signal),
    refetchInterval: REFRESH_MS,
  });
}
