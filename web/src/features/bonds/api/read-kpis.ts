import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { KpiAnswer } from "./kpi-contracts";

const REFRESH_MS = 10_000;

/** How well the product predicts and runs; asked again while the page is open. */
export function useKpis() {
  const { http } = useServices();
  return useQuery({
    queryKey: ["kpis"],
    queryFn: ({ signal }) => http.get<KpiAnswer>("/api/v1/liquidity-risk/kpis", {}, signal),
    refetchInterval: REFRESH_MS,
  });
}
