import type { TopicEnvelope } from "@/lib/realtime/envelope";
import type { BondListItem, LiquidityPayload } from "../api/contracts";

type News = TopicEnvelope<LiquidityPayload> | null;

/** Of two tellings of the same instant the answer's is kept: it says how old the data is now, not when it was sent. */
const isNewer = (news: News, than: string): news is NonNullable<News> =>
  news !== null && Date.parse(news.payload.as_of) > Date.parse(than);

/** The row as the news has it; news that is not newer changes nothing. */
export function mergeRow(item: BondListItem, news: News): BondListItem {
  if (!isNewer(news, item.as_of)) return item;
  const profile = news.payload.liquidity_profile;
  return {
    ...item,
    liquidity_index: profile?.liquidity_index ?? null,
    liquidity_level: profile?.liquidity_level ?? null,
    spread_bps: profile?.spread_bps ?? null,
    bid: profile?.bid ?? null,
    ask: profile?.ask ?? null,
    volume_face: profile?.volume_face ?? null,
    as_of: news.payload.as_of,
    data_freshness: news.meta?.data_freshness ?? item.data_freshness,
    confidence_overall: news.meta?.confidence ?? item.confidence_overall,
  };
}
