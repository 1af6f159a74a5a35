import { useQuery } from "@tanstack/react-query";
import { useEffect, useReducer } from "react";
import { useServices } from "@/lib/services";
import { useObservable } from "@/lib/use-observable";
import { foldBook } from "../model/book";
import { marketAddress } from "./addresses";
import type { BookAnswer, Certificate } from "./market-contracts";

const DEPTH = 200;
const REFRESH_MS = 5_000;

/** The order book, live by its topic; asked for again and again while the connection is down. */
export function useLiveBook(certificate: Certificate) {
  const { http, topics } = useServices();
  const isLive = useObservable(topics.status) === "live";
  const asked = useQuery({
    queryKey: ["cash-market", certificate, "book"],
    queryFn: ({ signal }) => http.get<BookAnswer>(`${marketAddress(certificate)}/book`, { depth: DEPTH }, signal),
    refetchInterval: isLive ? false : REFRESH_MS,
  });
  const [told, take] = useReducer(foldBook, null);
  useEffect(() => topics.subscribe(`market.${certificate}.book`, take), [topics, certificate]);
  const known = asked.data ?? null;
  return { book: told && (!known || told.seq >= known.seq) ? told : known, error: asked.error, isPending: asked.isPending };
}
