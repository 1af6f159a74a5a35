import { describe, expect, it } from "vitest";
import type { WalletSummaryAnswer, WalletUpdatePayload } from "../api/contracts";
import { isNewer, withNews } from "./live-wallet";

const NOON = "2026-01-05T12:00:00Z";
const summary = {
  wallet_address: "0xA", as_of: NOON, headline: "Old.", narrative: ["Kept."], risk_level: "low", totals: { net_worth_usd: 10, free_usd: 3 },
} as unknown as WalletSummaryAnswer;
const news = (asOf: string) =>
  ({ as_of: asOf, headline: "New.", risk_level: "high", health: { health_factor: 1.1 }, net_worth_usd: 8, collateral_usd: 20, borrowed_usd: 12 }) as WalletUpdatePayload;

describe("a live wallet", () => {
  it("takes what newer news tell and keeps the rest", () => {
    expect(withNews(summary, news("2026-01-05T12:00:01Z"))).toMatchObject({
      headline: "New.", narrative: ["Kept."], risk_level: "high", health: { health_factor: 1.1 }, totals: { net_worth_usd: 8, free_usd: 3, borrowed_usd: 12 },
    });
  });

  it.each([NOON, "2026-01-05T11:59:59Z"])("is not moved by news of %s", (asOf) => {
    expect(withNews(summary, news(asOf))).toBe(summary);
    expect(isNewer(news(asOf), summary)).toBe(false);
  });

  it("is itself before any news", () => expect(withNews(summary, null)).toBe(summary));
});
