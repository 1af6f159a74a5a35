import type { TopicEnvelope } from "@/lib/realtime/envelope";
import { type AlertAnswer, SEVERITIES } from "../api/alert-contracts";
import type { BondListItem, LiquidityProfile, ListedRisk } from "../api/contracts";

/** What a bond's topic may carry, whatever the event; what an event does not speak of is absent or null. */
export interface RowPayload {
  as_of?: string;
  liquidity_profile?: LiquidityProfile | null;
  risk_summary?: { overall_score: number | null; overall_level: ListedRisk | null } | null;
  exit_recommendations?: { path: string; expected_time_to_exit_minutes: number | null }[] | null;
  best_path?: string | null;
  alerts?: AlertAnswer[] | null;
}

type Part = Partial<BondListItem>;

/** A row with what an event says about it; single alerts do not tell how many are open and change nothing. */
export function foldRow(item: BondListItem, news: TopicEnvelope<RowPayload>): BondListItem {
  const said = news.payload;
  if (said.as_of !== undefined && Date.parse(said.as_of) <= Date.parse(item.as_of)) return item;
  switch (news.type) {
    case "snapshot":
      return { ...item, ...liquidity(news), ...risk(said), ...exit(said), ...alerts(said) };
    case "liquidity_update":
      return { ...item, ...liquidity(news) };
    case "risk_update":
      return { ...item, ...risk(said) };
    case "exit_path_update":
      return { ...item, ...exit(said) };
    default:
      return item;
  }
}

function liquidity({ payload, meta }: TopicEnvelope<RowPayload>): Part {
  const profile = payload.liquidity_profile;
  return {
    liquidity_index: profile?.liquidity_index ?? null,
    liquidity_level: profile?.liquidity_level ?? null,
    spread_bps: profile?.spread_bps ?? null,
    bid: profile?.bid ?? null,
    ask: profile?.ask ?? null,
    volume_face: profile?.volume_face ?? null,
    ...(payload.as_of === undefined ? {} : { as_of: payload.as_of }),
    ...(meta ? { data_freshness: meta.data_freshness, confidence_overall: meta.confidence } : {}),
  };
}

const risk = ({ risk_summary: summary }: RowPayload): Part => ({
  risk_score: summary?.overall_score ?? null,
  risk_level: summary?.overall_level ?? null,
});

const exit = ({ best_path: best, exit_recommendations: paths }: RowPayload): Part => ({
  best_path: best ?? null,
  time_to_exit_minutes: paths?.find(({ path }) => path === best)?.expected_time_to_exit_minutes ?? null,
});

function alerts({ alerts: open }: RowPayload): Part {
  if (!open) return {};
  return { open_alerts: open.length, worst_alert: SEVERITIES.find((severity) => open.some((a) => a.severity === severity)) ?? null };
}
