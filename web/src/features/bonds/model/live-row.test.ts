import { describe, expect, it } from "vitest";
import type { TopicEnvelope } from "@/lib/realtime/envelope";
import type { AlertAnswer } from "../api/alert-contracts";
import type { BondListItem, LiquidityProfile } from "../api/contracts";
import { foldRow, type RowPayload } from "./live-row";

const row: BondListItem = {
  isin: "CH0012345678", issuer: "Jura", rating: "A", currency: "CHF", coupon_percent: 1, maturity: null, liquidity_index: 60,
  liquidity_level: "moderate", spread_bps: 20, bid: 99, ask: 99.2, volume_face: 1000, as_of: "2026-01-05T09:00:00Z",
  confidence_overall: 1, data_freshness: "recent", risk_score: 30, risk_level: "low", best_path: "auction", time_to_exit_minutes: 240,
  open_alerts: 0, worst_alert: null, trend: null,
};

const profile = { liquidity_index: 72, liquidity_level: "good", spread_bps: null, bid: 99.1, ask: null, volume_face: 0 } as LiquidityProfile;
const later = "2026-01-05T09:00:01Z";

const news = (type: string, payload: RowPayload): TopicEnvelope<RowPayload> => ({
  type, topic: "lr.CH0012345678", seq: 1, ts: later, payload, meta: { data_freshness: "real_time", confidence: 0.5 },
});
const liquidity = (asOf: string, seen: LiquidityProfile | null = profile) => news("liquidity_update", { as_of: asOf, liquidity_profile: seen });

describe("a live row", () => {
  it("takes every figure of the market from newer news, absent ones too", () => {
    expect(foldRow(row, liquidity(later))).toEqual({
      ...row, liquidity_index: 72, liquidity_level: "good", spread_bps: null, bid: 99.1, ask: null, volume_face: 0,
      as_of: later, data_freshness: "real_time", confidence_overall: 0.5,
    });
  });

  it.each(["2026-01-05T08:59:59Z", "2026-01-05T09:00:00Z"])("ignores news that is not newer than itself (%s)", (asOf) =>
    expect(foldRow(row, liquidity(asOf))).toBe(row),
  );

  it("has no figures when the market is no longer seen", () => {
    expect(foldRow(row, liquidity(later, null))).toMatchObject({ liquidity_index: null, bid: null, issuer: "Jura" });
  });

  it("changes its risk and nothing else when the risk changes", () => {
    const told = news("risk_update", { risk_summary: { overall_score: 81, overall_level: "critical" } });
    expect(foldRow(row, told)).toEqual({ ...row, risk_score: 81, risk_level: "critical" });
  });

  it("shows the minutes of the best way out, and none without one", () => {
    const paths = [{ path: "auction", expected_time_to_exit_minutes: 200 }, { path: "market_maker", expected_time_to_exit_minutes: 8 }];
    const best = foldRow(row, news("exit_path_update", { exit_recommendations: paths, best_path: "market_maker" }));
    expect(best).toEqual({ ...row, best_path: "market_maker", time_to_exit_minutes: 8 });
    expect(foldRow(best, news("exit_path_update", { exit_recommendations: paths, best_path: null }))).toMatchObject({
      best_path: null, time_to_exit_minutes: null,
    });
  });

  it("counts the open alerts of a snapshot and keeps the most severe", () => {
    const alerts = [{ severity: "info" }, { severity: "critical" }] as AlertAnswer[];
    expect(foldRow(row, news("snapshot", { as_of: later, alerts }))).toMatchObject({ open_alerts: 2, worst_alert: "critical" });
  });
});
