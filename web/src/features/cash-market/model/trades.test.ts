import { describe, expect, it } from "vitest";
import type { TopicEnvelope } from "@/lib/realtime/envelope";
import type { CandleAnswer, TradeAnswer } from "../api/market-contracts";
import { foldTrades, withTrades } from "./trades";

const trade = (id: number, price = 71.5, at = "2026-01-20T09:00:30Z"): TradeAnswer => ({ id, certificate_type: "EUA", price, quantity: 10, side: "BUY", at });
const news = (type: string, payload: unknown): TopicEnvelope => ({ type, topic: "market.EUA.trades", seq: 1, ts: "2026-01-20T09:00:00Z", payload, meta: null });

describe("live trades", () => {
  it("begin with a snapshot and go on newest first, each once", () => {
    const first = foldTrades([], news("snapshot", { certificate_type: "EUA", items: [trade(2), trade(1)] }));
    expect(foldTrades(first, news("trade", trade(3))).map(({ id }) => id)).toEqual([3, 2, 1]);
    expect(foldTrades(first, news("trade", trade(2)))).toHaveLength(2);
    expect(foldTrades(first, news("other", {}))).toBe(first);
  });
});

describe("candles", () => {
  const last: CandleAnswer = { start: "2026-01-20T09:00:00.000Z", open: 71, high: 71.6, low: 70.9, close: 71.2, volume: 5, turnover_eur: 356, trades: 1 };
  const asOf = Date.parse("2026-01-20T09:00:20Z");

  it("go on with newer trades of their interval", () => {
    expect(withTrades([last], [trade(2, 70.5), trade(1, 72)], "1m", asOf)).toEqual([
      { ...last, high: 72, low: 70.5, close: 70.5, volume: 25, turnover_eur: 356 + 720 + 705, trades: 3 },
    ]);
  });

  it("open with the first trade of a new interval", () => {
    const opened = withTrades([last], [trade(1, 72, "2026-01-20T09:03:10Z")], "1m", asOf);
    expect(opened).toHaveLength(2);
    expect(opened[1]).toMatchObject({ start: "2026-01-20T09:03:00.000Z", open: 72, close: 72, volume: 10, trades: 1 });
  });

  it("do not count a trade that they know", () => {
    expect(withTrades([last], [trade(1, 99, "2026-01-20T09:00:10Z")], "1m", asOf)).toEqual([last]);
  });
});
