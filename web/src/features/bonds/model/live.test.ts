import { describe, expect, it } from "vitest";
import type { TopicEnvelope } from "@/lib/realtime/envelope";
import type { BondListItem, LiquidityPayload, LiquidityProfile } from "../api/contracts";
import { mergeRow } from "./live";

const row: BondListItem = {
  isin: "CH0012345678", issuer: "Jura", rating: "A", currency: "CHF", coupon_percent: 1, maturity: null, liquidity_index: 60,
  liquidity_level: "moderate", spread_bps: 20, bid: 99, ask: 99.2, volume_face: 1000, as_of: "2026-01-05T09:00:00Z",
  confidence_overall: 1, data_freshness: "recent",
};

const profile = { liquidity_index: 72, liquidity_level: "good", spread_bps: null, bid: 99.1, ask: null, volume_face: 0 } as LiquidityProfile;

const news = (asOf: string, liquidity: LiquidityProfile | null = profile): TopicEnvelope<LiquidityPayload> => ({
  type: "liquidity_update", topic: "lr.CH0012345678.liquidity", seq: 1, ts: asOf,
  payload: { isin: row.isin, liquidity_profile: liquidity, retail_narrative: "", as_of: asOf },
  meta: { data_freshness: "real_time", confidence: 0.5 },
});

describe("a live row", () => {
  it("takes every figure from newer news, absent ones too", () => {
    expect(mergeRow(row, news("2026-01-05T09:00:01Z"))).toEqual({
      ...row, liquidity_index: 72, liquidity_level: "good", spread_bps: null, bid: 99.1, ask: null, volume_face: 0,
      as_of: "2026-01-05T09:00:01Z", data_freshness: "real_time", confidence_overall: 0.5,
    });
  });

  it.each(["2026-01-05T08:59:59Z", "2026-01-05T09:00:00Z"])("ignores news that is not newer than itself (%s)", (asOf) =>
    expect(mergeRow(row, news(asOf))).toBe(row),
  );

  it("has no figures when the market is no longer seen", () => {
    expect(mergeRow(row, news("2026-01-05T09:00:01Z", null))).toMatchObject({ liquidity_index: null, bid: null, issuer: "Jura" });
  });
});
