import { type InfiniteData, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useTopics } from "@/lib/realtime/use-topics";
import { retold } from "../model/alerts";
import type { AlertAnswer, AlertListAnswer } from "./alert-contracts";
import { ALERT_LISTS } from "./list-alerts";

/** News comes in bursts; the lists and counts are read again once they have settled. */
const SETTLE_MS = 2_000;

/** Shows an alert as it is told now, wherever it is listed. */
export function retell(queries: QueryClient, alert: AlertAnswer): void {
  queries.setQueriesData<InfiniteData<AlertListAnswer>>({ queryKey: ALERT_LISTS }, (data) => data && { ...data, pages: retold(data.pages, alert) });
}

/** Keeps listed alerts up to date with what their bonds' topics say. */
export function useLiveAlerts(alerts: readonly AlertAnswer[]): void {
  const queries = useQueryClient();
  const settling = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const topics = [...new Set(alerts.map(({ isin }) => `lr.${isin}.alerts`))].sort();
  useTopics(topics, (envelope) => {
    if (envelope.type !== "alert") return;
    retell(queries, envelope.payload as AlertAnswer);
    clearTimeout(settling.current);
    settling.current = setTimeout(() => void queries.invalidateQueries({ queryKey: ["alerts"] }), SETTLE_MS);
  });
  useEffect(() => () => clearTimeout(settling.current), []);
}
