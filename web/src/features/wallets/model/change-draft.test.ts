import { describe, expect, it } from "vitest";
import type { ProtocolPositionAnswer } from "../api/position-contracts";
import { type ChangeDraft, changeFaults, changeOf, likelyAssets, newDraft } from "./change-draft";

const draft = (part: Partial<ChangeDraft>): ChangeDraft => ({ ...newDraft(0, "aave_v3"), ...part });

describe("a change to try", () => {
  it("of prices is in percent, of one token or of all", () => {
    expect(changeOf(draft({ figure: "-20" }))).toEqual({ type: "price_shock", change: -0.2 });
    expect(changeOf(draft({ figure: "−12.5 %", asset: "WETH" }))).toEqual({ type: "price_shock", asset: "WETH", change: -0.125 });
  });

  it.each(["", "0", "-100", "much"])("of prices by %j is refused", (figure) => expect(changeFaults(draft({ figure }))).toHaveProperty("figure"));

  it("of a position names it, the token and how many", () => {
    const repay = draft({ type: "repay", asset: " USDC ", figure: "17,200" });
    expect(changeFaults(repay)).toEqual({});
    expect(changeOf(repay)).toEqual({ type: "repay", protocol: "aave_v3", asset: "USDC", amount: 17_200, from_outside: true });
    expect(changeOf(draft({ type: "withdraw", asset: "WETH", figure: "1.5" }))).toEqual({ type: "withdraw", protocol: "aave_v3", asset: "WETH", amount: 1.5 });
  });

  it("of a position lacks nothing", () => expect(Object.keys(changeFaults(draft({ type: "borrow", protocol: "", asset: "", figure: "-1" })))).toEqual(["protocol", "asset", "figure"]));

  it("is likely about what the position has", () => {
    const positions = [
      { protocol: "aave_v3", supplied: [{ asset: "WETH" }], borrowed: [{ asset: "USDC" }] },
      { protocol: "curve", supplied: [{ asset: "CRV" }], borrowed: [] },
    ] as unknown as ProtocolPositionAnswer[];
    const balances = [{ asset: "ETH", amount: 1, price_usd: null, value_usd: null }];
    expect(likelyAssets("repay", "aave_v3", positions, balances)).toEqual(["USDC"]);
    expect(likelyAssets("deposit", "aave_v3", positions, balances)).toEqual(["ETH", "WETH"]);
    expect(likelyAssets("price_shock", "", positions, balances)).toEqual(["WETH", "CRV", "USDC", "ETH"]);
  });
});
