import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { AlertQuery } from "../model/alerts";
import type { AlertListAnswer } from "./alert-contracts";

const PAGE = 100;
const REFRESH_MS = 30_000;

export const ALERT_LISTS = ["alerts", "list"] as const;

/** Open alerts over all bonds, page by page; asked again while the page is open. */
export function useAlertList(query: AlertQuery) {
  const { http } = useServices();
  return useInfiniteQuery({
    queryKey: [...ALERT_LISTS, query],
    queryFn: ({ pageParam, signal }) =>
      http.get<AlertListAnswer>("/api/v1/liquidity-risk/alerts", { ...query, cursor: pageParam, limit: PAGE }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
