import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { OperationFilter } from "../model/operations";
import { LIQUIDITY } from "./addresses";
import type { OperationListAnswer } from "./operation-contracts";

const PAGE = 25;

export const OPERATION_LISTS = ["cash-market", "operations", "list"];

/** The operations that match, newest first, page by page. */
export function useOperations(filter: OperationFilter) {
  const { http } = useServices();
  const { certificate, status } = filter;
  return useInfiniteQuery({
    queryKey: [...OPERATION_LISTS, filter],
    queryFn: ({ pageParam, signal }) =>
      http.get<OperationListAnswer>(`${LIQUIDITY}/operations`, { certificate_type: certificate, status, limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
    placeholderData: keepPreviousData,
  });
}
