import { describe, expect, it } from "vitest";
import type { TopicEnvelope } from "@/lib/realtime/envelope";
import type { LiquidityProfile, LiquidityRiskAnswer } from "../api/contracts";
import type { ExitRecommendation } from "../api/exit-contracts";
import type { RiskSummary } from "../api/risk-contracts";
import { type Asked, type BondNews, newest, takeNews, withNews } from "./live-bond";

const NOON = "2026-01-05T12:00:00Z";
const LATER = "2026-01-05T12:00:05Z";
const EARLIER = "2026-01-05T11:59:00Z";
const usual: Asked = { usualSize: true, english: true };

const answer = {
  isin: "CH0012345678", as_of: NOON, trade_size: 100_000, retail_narrative: "Old words.", data_freshness: "recent", confidence_overall: 0.5,
  liquidity_profile: { liquidity_index: 60, cost_surface: { sizes: [1] }, time_to_exit: { low_minutes: 7 } } as unknown as LiquidityProfile,
  risk_summary: { overall_score: 40 } as RiskSummary, risk_warnings: [], exit_recommendations: [{ path: "auction" } as ExitRecommendation],
  inputs_hash: "kept",
} as unknown as LiquidityRiskAnswer;

const envelope = (type: string, payload: object, ts = LATER): TopicEnvelope =>
  ({ type, topic: "lr.CH0012345678", seq: 1, ts, payload, meta: { data_freshness: "real_time", confidence: 0.9 } });

const after = (...all: TopicEnvelope[]): BondNews => all.reduce(takeNews, {});
const liquidity = (asOf: string) =>
  envelope("liquidity_update", { as_of: asOf, liquidity_profile: { liquidity_index: 72, cost_surface: null, time_to_exit: { low_minutes: 9 } }, retail_narrative: "New words." });
const exits = (size: number) => envelope("exit_path_update", { trade_size: size, exit_recommendations: [{ path: "market_maker" }], best_path: "market_maker" });
const risk = envelope("risk_update", { risk_summary: { overall_score: 55 }, risk_warnings: [{ kind: "high_risk" }] });

describe("a live bond", () => {
  it("takes the figures of a push and keeps the details that a push leaves out", () => {
    const live = withNews(answer, after(liquidity(LATER)), usual);
    expect(live.liquidity_profile).toMatchObject({ liquidity_index: 72, cost_surface: { sizes: [1] }, time_to_exit: { low_minutes: 9 } });
    expect(live).toMatchObject({ retail_narrative: "New words.", as_of: LATER, data_freshness: "real_time", confidence_overall: 0.9, inputs_hash: "kept" });
  });

  it("keeps each part when news of another follows", () => {
    const live = withNews(answer, after(liquidity(LATER), risk, exits(100_000)), usual);
    expect(live).toMatchObject({ liquidity_profile: { liquidity_index: 72 }, risk_summary: { overall_score: 55 }, exit_recommendations: [{ path: "market_maker" }] });
    expect(live.risk_warnings).toHaveLength(1);
  });

  it.each([NOON, EARLIER])("ignores what is not newer (%s)", (asOf) => {
    const news = after(liquidity(asOf));
    expect(withNews(answer, news, usual)).toEqual(answer);
    expect(newest(answer, news)).toBe(NOON);
  });

  it("does not show another size's ways out, words or times", () => {
    const live = withNews({ ...answer, trade_size: 5_000 }, after(liquidity(LATER), exits(100_000)), { usualSize: false, english: true });
    expect(live).toMatchObject({ exit_recommendations: [{ path: "auction" }], retail_narrative: "Old words." });
    expect(live.liquidity_profile).toMatchObject({ liquidity_index: 72, time_to_exit: { low_minutes: 7 } });
  });

  it("leaves words of another language alone", () => {
    expect(withNews(answer, after(liquidity(LATER)), { usualSize: true, english: false }).retail_narrative).toBe("Old words.");
  });

  it("takes every part that a snapshot has and no part that it has not", () => {
    const parts = { risk_summary: { overall_score: 61 }, risk_warnings: null, exit_recommendations: null, best_path: null, alerts: null, retail_narrative: null };
    const live = withNews(answer, after(envelope("snapshot", { as_of: LATER, liquidity_profile: null, ...parts })), usual);
    expect(live).toMatchObject({ risk_summary: { overall_score: 61 }, liquidity_profile: { liquidity_index: 60 }, exit_recommendations: [{ path: "auction" }] });
  });

  it("is not moved by alerts", () => expect(after(envelope("alert", { id: "a" }))).toEqual({}));
});
