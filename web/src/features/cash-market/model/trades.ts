import type { TopicEnvelope } from "@/lib/realtime/envelope";
import type { CandleAnswer, CandleInterval, TradeAnswer, TradeListAnswer } from "../api/market-contracts";

const MOST = 100;

/** The last trades, newest first, with what the topic says. */
export function foldTrades(trades: readonly TradeAnswer[], news: TopicEnvelope): readonly TradeAnswer[] {
  const told = news.type === "snapshot" ? (news.payload as TradeListAnswer).items : news.type === "trade" ? [news.payload as TradeAnswer] : [];
  return told.length === 0 ? trades : joined(trades, told);
}

/** Two lists of trades as one without repetitions, newest first. */
export function joined(some: readonly TradeAnswer[], others: readonly TradeAnswer[]): TradeAnswer[] {
  return [...new Map([...some, ...others].map((trade) => [trade.id, trade])).values()].sort((a, b) => b.id - a.id).slice(0, MOST);
}

export const INTERVAL_MS: Record<CandleInterval, number> = { "1m": 60_000, "1h": 3_600_000, "1d": 86_400_000 };

/** Candles of `asOf` with the trades that came since: the last one goes on, or a new one opens. */
export function withTrades(candles: readonly CandleAnswer[], trades: readonly TradeAnswer[], interval: CandleInterval, asOf: number): CandleAnswer[] {
  const all = [...candles];
  for (const { price, quantity, at } of trades.filter((trade) => Date.parse(trade.at) > asOf).reverse()) {
    const start = Math.floor(Date.parse(at) / INTERVAL_MS[interval]) * INTERVAL_MS[interval];
    const last = all.at(-1);
    if (last && Date.parse(last.start) === start) {
      all[all.length - 1] = {
        ...last, high: Math.max(last.high, price), low: Math.min(last.low, price), close: price,
        volume: last.volume + quantity, turnover_eur: last.turnover_eur + price * quantity, trades: last.trades + 1,
      };
    } else if (!last || Date.parse(last.start) < start) {
      const turnover = price * quantity;
      all.push({ start: new Date(start).toISOString(), open: price, high: price, low: price, close: price, volume: quantity, turnover_eur: turnover, trades: 1 });
    }
  }
  return all;
}
