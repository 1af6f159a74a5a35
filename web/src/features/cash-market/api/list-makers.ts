import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { MAKERS } from "./addresses";
import type { MakerType, MarketMakerListAnswer } from "./maker-contracts";

const REFRESH_MS = 10_000;

export const MAKER_LISTS = ["cash-market", "makers"];

/** Market makers, all or of one type; asked again while the page is open, since their orders trade. */
export function useMakers(type: MakerType | null) {
  const { http } = useServices();
  return useQuery({
    queryKey: [...MAKER_LISTS, type],
    queryFn: ({ signal }) => http.get<MarketMakerListAnswer>(MAKERS, { mm_type: type }, signal),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
