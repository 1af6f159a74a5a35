import { describe, expect, it } from "vitest";
import type { WalletAlertAnswer, WalletAlertListAnswer } from "../api/alert-contracts";
import type { RescueAnswer } from "../api/rescue-contracts";
import { retold, splitAlerts } from "./alerts";

const alert = (id: string, resolvedAt: string | null = null) => ({ id, resolved_at: resolvedAt }) as WalletAlertAnswer;
const list = (seq: number, ...items: WalletAlertAnswer[]): WalletAlertListAnswer => ({ wallet_address: "0xA", seq, items });

describe("a wallet's alerts", () => {
  it("are open first, and closed with the newest first", () => {
    const { open, closed } = splitAlerts([alert("a"), alert("b", "2026-01-01T00:00:00Z"), alert("c", "2026-01-02T00:00:00Z")]);
    expect(open.map(({ id }) => id)).toEqual(["a"]);
    expect(closed.map(({ id }) => id)).toEqual(["c", "b"]);
  });

  it("are what the topic told last", () => {
    const known = list(4, alert("a"), alert("old", "2026-01-01T00:00:00Z"));
    expect(retold(known, list(5, alert("b"))).items.map(({ id }) => id)).toEqual(["b", "old"]);
    expect(retold(known, list(5, alert("a", "2026-01-03T00:00:00Z"))).items.map(({ id }) => id)).toEqual(["a", "old"]);
  });

  it("keep the rescues that the topic leaves out", () => {
    const rescue = { protocol: "aave_v3" } as RescueAnswer;
    const known = list(4, { ...alert("a"), rescue });
    expect(retold(known, list(5, { ...alert("a"), rescue: null }, { ...alert("b"), rescue: null })).items.map((item) => item.rescue)).toEqual([rescue, null]);
  });

  it("are not set back by an older telling", () => {
    const known = list(4, alert("a"));
    expect(retold(known, list(3, alert("b")))).toBe(known);
  });
});
