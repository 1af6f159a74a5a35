import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { marketAddress } from "./addresses";
import type { Certificate, MarketStatsAnswer } from "./market-contracts";

const REFRESH_MS = 5_000;

/** A market over the last 24 hours; asked again while the page is open. */
export function useStats(certificate: Certificate) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["cash-market", certificate, "stats"],
    queryFn: ({ signal }) => http.get<MarketStatsAnswer>(`${marketAddress(certificate)}/stats`, {}, signal),
    refetchInterval: REFRESH_MS,
  });
}
