import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { marketAddress } from "./addresses";
import type { CandleInterval, CandleListAnswer, Certificate } from "./market-contracts";

const REFRESH_MS = 30_000;
const LIMIT = 120;

/** Prices over time; trades that come in between are added by whoever draws them. */
export function useCandles(certificate: Certificate, interval: CandleInterval) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["cash-market", certificate, "candles", interval],
    queryFn: ({ signal }) => http.get<CandleListAnswer>(`${marketAddress(certificate)}/candles`, { interval, limit: LIMIT }, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
