import { useInfiniteQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { TransactionListAnswer } from "./account-contracts";
import { makerAddress } from "./addresses";

const PAGE = 50;

/** Every change of a market maker's assets, newest first, page by page. */
export function useMakerTransactions(id: string) {
  const { http } = useServices();
  return useInfiniteQuery({
    queryKey: ["cash-market", "transactions", id],
    queryFn: ({ pageParam, signal }) => http.get<TransactionListAnswer>(`${makerAddress(id)}/transactions`, { limit: PAGE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.cursor,
  });
}
