import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useReducer } from "react";
import { useServices } from "@/lib/services";
import { useObservable } from "@/lib/use-observable";
import { foldTrades, joined } from "../model/trades";
import { marketAddress } from "./addresses";
import type { Certificate, TradeAnswer, TradeListAnswer } from "./market-contracts";

const LIMIT = 60;
const REFRESH_MS = 5_000;

/** The last trades, newest first, live by their topic. */
export function useLiveTrades(certificate: Certificate): readonly TradeAnswer[] | null {
  const { http, topics } = useServices();
  const isLive = useObservable(topics.status) === "live";
  const asked = useQuery({
    queryKey: ["cash-market", certificate, "trades"],
    queryFn: ({ signal }) => http.get<TradeListAnswer>(`${marketAddress(certificate)}/trades`, { limit: LIMIT }, signal),
    refetchInterval: isLive ? false : REFRESH_MS,
  });
  const [told, take] = useReducer(foldTrades, []);
  useEffect(() => topics.subscribe(`market.${certificate}.trades`, take), [topics, certificate]);
  const known = asked.data?.items;
  return useMemo(() => (known || told.length > 0 ? joined(known ?? [], told) : null), [known, told]);
}
