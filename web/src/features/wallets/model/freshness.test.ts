import { describe, expect, it } from "vitest";
import { staleWords } from "./freshness";

describe("freshness", () => {
  it("tells which sources are old", () => {
    const source = (status: "fresh" | "stale", fault: "not_configured" | null = null) => ({ source: "coin_gecko", as_of: null, status, fault });
    expect(staleWords([source("fresh")])).toBeNull();
    expect(staleWords([source("stale")])).toContain("CoinGecko");
    expect(staleWords([source("stale", "not_configured")])).toBeNull();
  });
});
