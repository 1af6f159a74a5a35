import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTopic } from "@/lib/realtime/use-topic";
import { mergeAnswer } from "../model/live";
import type { LiquidityPayload, LiquidityRiskAnswer } from "./contracts";

const REFRESH_MS = 5_000;

/**
 * A translation with the newest figures and words. What the topic does not carry (caveats, provenance) is read again
 * after news, at most every few seconds.
 */
export function useLiveBond(answer: LiquidityRiskAnswer): LiquidityRiskAnswer {
  const news = useTopic<LiquidityPayload>(`lr.${answer.isin}`);
  const queries = useQueryClient();
  const refresh = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isNewer = news !== null && Date.parse(news.payload.as_of) > Date.parse(answer.as_of);
  useEffect(() => {
    if (!isNewer || refresh.current !== undefined) return;
    refresh.current = setTimeout(() => {
      refresh.current = undefined;
      void queries.invalidateQueries({ queryKey: ["bonds", "one", answer.isin] });
    }, REFRESH_MS);
  }, [isNewer, queries, answer.isin, news?.seq]);
  useEffect(
    () => () => {
      clearTimeout(refresh.current);
      refresh.current = undefined;
    },
    [answer.isin],
  );
  return mergeAnswer(answer, news);
}
