import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { ListQuery } from "../model/list-query";
import type { BondListAnswer } from "./contracts";

const PAGE = 50;

/** The bonds that match, page by page. */
export function useBondList(query: ListQuery) {
  const { http } = useServices();
  return useInfiniteQuery({
    queryKey: ["bonds", "list", query],
    queryFn: ({ pageParam, signal }) =>
      http.get<BondListAnswer>("/api/v1/liquidity-risk", { ...query, cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}
