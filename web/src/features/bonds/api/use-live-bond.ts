import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useReducer } from "react";
import { useServices } from "@/lib/services";
import { type Asked, newest, takeNews, withNews } from "../model/live-bond";
import type { LiquidityRiskAnswer } from "./contracts";
import { alertsKey } from "./get-bond-alerts";

const REFRESH_MS = 5_000;

/**
 * A translation with the newest of every part. What the topic does not carry (details, caveats, provenance, other sizes and
 * languages) is read again after news, at most every few seconds.
 */
export function useLiveBond(answer: LiquidityRiskAnswer, asked: Asked): LiquidityRiskAnswer {
  const { isin } = answer;
  const { topics } = useServices();
  const queries = useQueryClient();
  const [news, take] = useReducer(takeNews, {});

  useEffect(
    () =>
      topics.subscribe(`lr.${isin}`, (envelope) => {
        take(envelope);
        if (envelope.type === "alert" || envelope.type === "snapshot") void queries.invalidateQueries({ queryKey: alertsKey(isin) });
      }),
    [topics, queries, isin],
  );

  const isBehind = newest(answer, news) !== answer.as_of;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: ["bonds", "one", isin] }), REFRESH_MS);
    return () => clearInterval(timer);
  }, [isBehind, queries, isin]);

  return withNews(answer, news, asked);
}
