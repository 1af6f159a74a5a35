import { useQueryClient } from "@tanstack/react-query";
import { useTopics } from "@/lib/realtime/use-topics";
import { MAKER_LISTS } from "./list-makers";
import type { MarketMakerAnswer } from "./maker-contracts";

/** Asks for market makers anew when the topic of one of their accounts tells that something has changed. */
export function useLiveMakers(makers: readonly MarketMakerAnswer[]): void {
  const queries = useQueryClient();
  useTopics(
    makers.map(({ id }) => `account.${id}`),
    ({ type }) => {
      if (type !== "snapshot") void queries.invalidateQueries({ queryKey: MAKER_LISTS });
    },
  );
}
