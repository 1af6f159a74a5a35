import type { TopicEnvelope } from "@/lib/realtime/envelope";
import type { LiquidityPayload, LiquidityRiskAnswer } from "../api/contracts";

type News = TopicEnvelope<LiquidityPayload> | null;

/** Of two tellings of the same instant the answer's is kept: it says how old the data is now, not when it was sent. */
const isNewer = (news: News, than: string): news is NonNullable<News> =>
  news !== null && Date.parse(news.payload.as_of) > Date.parse(than);

/** The translation as the news has it; caveats and provenance stay those of the answer. */
export function mergeAnswer(answer: LiquidityRiskAnswer, news: News): LiquidityRiskAnswer {
  if (!isNewer(news, answer.as_of)) return answer;
  return {
    ...answer,
    liquidity_profile: news.payload.liquidity_profile,
    retail_narrative: news.payload.retail_narrative,
    as_of: news.payload.as_of,
    data_freshness: news.meta?.data_freshness ?? answer.data_freshness,
    confidence_overall: news.meta?.confidence ?? answer.confidence_overall,
  };
}
