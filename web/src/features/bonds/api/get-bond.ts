import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { Language } from "../model/language";
import type { LiquidityRiskAnswer } from "./contracts";

/** A quiet bond sends no news; reading it again tells how old its data has become. */
const REFRESH_MS = 30_000;

/** What is asked about a bond. Without a size the service takes its usual one. */
export interface BondQuestion {
  isin: string;
  size: number | null;
  language: Language;
}

export const bondAddress = (isin: string): string => `/api/v1/liquidity-risk/${encodeURIComponent(isin)}`;

/** The complete translation of a bond; while another size or language loads, the earlier one stays. */
export function useBond({ isin, size, language }: BondQuestion) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["bonds", "one", isin, size, language],
    queryFn: ({ signal }) =>
      http.get<LiquidityRiskAnswer>(bondAddress(isin), { trade_size: size, lang: language === "en" ? null : language }, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
