import type { TopicEnvelope } from "@/lib/realtime/envelope";
import type { ExitPayload, RiskPayload, SnapshotPayload } from "../api/bond-contracts";
import type { LiquidityPayload, LiquidityProfile, LiquidityRiskAnswer } from "../api/contracts";
import type { ExitRecommendation } from "../api/exit-contracts";
import type { RiskSummary, RiskWarning } from "../api/risk-contracts";

interface Stamped<T> {
  asOf: string;
  value: T;
}

/** The newest of each part that a bond's topic has told. A part not told of yet is absent. */
export interface BondNews {
  liquidity?: Stamped<LiquidityProfile | null>;
  words?: Stamped<string>;
  risk?: Stamped<{ summary: RiskSummary | null; warnings: RiskWarning[] }>;
  exits?: Stamped<{ size: number | null; paths: ExitRecommendation[] }>;
  trust?: Stamped<{ freshness: string; confidence: number }>;
}

const isSnapshot = (e: TopicEnvelope): e is TopicEnvelope<SnapshotPayload> => e.type === "snapshot";
const isLiquidity = (e: TopicEnvelope): e is TopicEnvelope<LiquidityPayload> => e.type === "liquidity_update";
const isRisk = (e: TopicEnvelope): e is TopicEnvelope<RiskPayload> => e.type === "risk_update";
const isExits = (e: TopicEnvelope): e is TopicEnvelope<ExitPayload> => e.type === "exit_path_update";

/** Takes one piece of news in. */
export function takeNews(known: BondNews, envelope: TopicEnvelope): BondNews {
  if (isSnapshot(envelope)) return takeSnapshot(known, envelope);
  if (isLiquidity(envelope)) {
    const { as_of: asOf, liquidity_profile: profile, retail_narrative: words } = envelope.payload;
    return { ...known, liquidity: { asOf, value: profile }, words: { asOf, value: words }, ...trust(envelope, asOf) };
  }
  const asOf = envelope.ts;
  if (isRisk(envelope)) {
    const { risk_summary: summary, risk_warnings: warnings } = envelope.payload;
    return { ...known, risk: { asOf, value: { summary, warnings } }, ...trust(envelope, asOf) };
  }
  if (isExits(envelope)) {
    const { trade_size: size, exit_recommendations: paths } = envelope.payload;
    return { ...known, exits: { asOf, value: { size, paths } }, ...trust(envelope, asOf) };
  }
  return known;
}

function takeSnapshot(known: BondNews, envelope: TopicEnvelope<SnapshotPayload>): BondNews {
  const { as_of: asOf, ...p } = envelope.payload;
  return {
    ...known,
    ...(p.liquidity_profile && { liquidity: { asOf, value: p.liquidity_profile } }),
    ...(p.retail_narrative !== null && { words: { asOf, value: p.retail_narrative } }),
    ...(p.risk_summary && { risk: { asOf, value: { summary: p.risk_summary, warnings: p.risk_warnings ?? [] } } }),
    ...(p.exit_recommendations && { exits: { asOf, value: { size: null, paths: p.exit_recommendations } } }),
    ...trust(envelope, asOf),
  };
}

const trust = ({ meta }: TopicEnvelope, asOf: string): Pick<BondNews, "trust"> =>
  meta ? { trust: { asOf, value: { freshness: meta.data_freshness, confidence: meta.confidence } } } : {};

/** What the reader asked for beyond the usual: then words, ways out and times of the topic are for somebody else. */
export interface Asked {
  usualSize: boolean;
  english: boolean;
}

/** Of two tellings of the same instant the answer's is kept: it says more, and how old the data is now. */
export function withNews(answer: LiquidityRiskAnswer, news: BondNews, asked: Asked): LiquidityRiskAnswer {
  const newer = <T>(part: Stamped<T> | undefined): T | undefined =>
    part && Date.parse(part.asOf) > Date.parse(answer.as_of) ? part.value : undefined;
  const liquidity = newer(news.liquidity);
  const risk = newer(news.risk);
  const exits = newer(news.exits);
  const known = newer(news.trust);
  const words = asked.usualSize && asked.english ? newer(news.words) : undefined;
  const areOurs = exits && (asked.usualSize || exits.size === answer.trade_size);
  return {
    ...answer,
    ...(liquidity !== undefined && { liquidity_profile: withDetails(liquidity, answer.liquidity_profile, asked.usualSize) }),
    ...(risk && { risk_summary: risk.summary, risk_warnings: asked.usualSize ? risk.warnings : answer.risk_warnings }),
    ...(areOurs && { exit_recommendations: exits.paths }),
    ...(words !== undefined && { retail_narrative: words }),
    ...(known && { data_freshness: known.freshness, confidence_overall: known.confidence }),
    as_of: newest(answer, news),
  };
}

/** The instant that the newest part speaks for. */
export function newest(answer: LiquidityRiskAnswer, news: BondNews): string {
  const told = [news.liquidity, news.risk, news.exits].flatMap((part) => part?.asOf ?? []);
  return told.reduce((latest, asOf) => (Date.parse(asOf) > Date.parse(latest) ? asOf : latest), answer.as_of);
}

function withDetails(told: LiquidityProfile | null, known: LiquidityProfile | null, usualSize: boolean): LiquidityProfile | null {
  if (!told || !known) return told;
  return {
    ...told,
    ...(!usualSize && { time_to_exit: known.time_to_exit, expected_time_to_exit_minutes: known.expected_time_to_exit_minutes }),
    quoted_slippage: known.quoted_slippage,
    turnover_ratio: known.turnover_ratio,
    trading_history: known.trading_history,
    auction_signal: known.auction_signal,
    market_maker_signal: known.market_maker_signal,
    second_index: known.second_index,
    cost_surface: known.cost_surface,
  };
}
