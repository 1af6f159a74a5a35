import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { AlertListAnswer } from "./alert-contracts";

const REFRESH_MS = 30_000;

/** How many alerts are open over all bonds, by severity. */
export function useAlertCounts(enabled = true) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["alerts", "counts"],
    queryFn: async ({ signal }) => (await http.get<AlertListAnswer>("/api/v1/liquidity-risk/alerts", { limit: 1 }, signal)).by_severity,
    refetchInterval: REFRESH_MS,
    enabled,
  });
}
