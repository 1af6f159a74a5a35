import { describe, expect, it } from "vitest";
import type { SimulatedWalletAnswer, WalletSimulateAnswer } from "../api/rescue-contracts";
import { comparisons } from "./simulation";

const wallet = (borrowedUsd: number, owed: number | null): SimulatedWalletAnswer =>
  ({
    health: { health_ratio: 1.5, health_factor_at_exit: 1.3 }, net_worth_usd: 1_000, borrowed_usd: borrowedUsd, collateral_usd: 9_000,
    positions: [{ protocol: "aave_v3", borrowed: owed === null ? [] : [{ asset: "USDC", amount: owed }] }], liquidation_prices: [],
  }) as unknown as SimulatedWalletAnswer;
const find = (answer: Partial<WalletSimulateAnswer>, name: string) => comparisons(answer as WalletSimulateAnswer).find((c) => c.name === name);

describe("a simulation", () => {
  it("tells each figure before and after, and whether it changed", () => {
    const answer = { before: wallet(8_000, 8_000), after: wallet(5_000, 5_000) };
    expect(find(answer, "Debt")).toEqual({ name: "Debt", before: "$8,000", after: "$5,000", isChanged: true });
    expect(find(answer, "Net worth")).toMatchObject({ isChanged: false });
    expect(find(answer, "USDC owed to Aave v3")).toMatchObject({ before: "8,000 USDC", after: "5,000 USDC" });
  });

  it("tells a debt that is gone and one that is new", () => {
    expect(find({ before: wallet(1, 1), after: wallet(0, null) }, "USDC owed to Aave v3")).toMatchObject({ after: "none" });
    expect(find({ before: wallet(0, null), after: wallet(2, 2) }, "USDC owed to Aave v3")).toMatchObject({ before: "none", after: "2 USDC" });
  });
});
