import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { BondListAnswer } from "./contracts";

const SUGGESTIONS = 12;
const KEEP_MS = 60_000;

/** Bonds whose issuer or ISIN has this text; the most traded ones without any. */
export function useSuggestedBonds(q: string) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["bonds", "suggested", q],
    queryFn: async ({ signal }) =>
      (await http.get<BondListAnswer>("/api/v1/liquidity-risk", { q, sort: "volume", limit: SUGGESTIONS }, signal)).items,
    staleTime: KEEP_MS,
    placeholderData: keepPreviousData,
  });
}
