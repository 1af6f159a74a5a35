import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { HistoryAnswer, HistoryPoint } from "./bond-contracts";
import { bondAddress } from "./get-bond";

const REFRESH_MS = 20_000;
const PAGE = 1_000;
const MOST_PAGES = 10;

/** How a bond has developed over the last hours; null hours mean from the beginning. Oldest first. */
export function useHistory(isin: string, hours: number | null) {
  const { http } = useServices();
  return useQuery({
    queryKey: ["bonds", "history", isin, hours],
    queryFn: async ({ signal }) => {
      const from = hours === null ? null : new Date(Date.now() - hours * 3_600_000).toISOString();
      const points: HistoryPoint[] = [];
      let cursor: string | null = null;
      for (let page = 0; page < MOST_PAGES; page++) {
        const answer: HistoryAnswer = await http.get(`${bondAddress(isin)}/history`, { from, limit: PAGE, cursor }, signal);
        points.push(...answer.points);
        cursor = answer.next_cursor;
        if (cursor === null) break;
      }
      return { points, isComplete: cursor === null };
    },
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
}
