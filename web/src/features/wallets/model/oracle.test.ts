import { describe, expect, it } from "vitest";
import type { OracleToleranceAnswer } from "../api/risk-contracts";
import { errorShare, finite, knownErrorWords } from "./oracle";

const tolerance = (basisPoints: number | null): OracleToleranceAnswer => ({ protocol: "aave_v3", asset: "wstETH", side: "collateral", basis_points: basisPoints });

describe("the tolerance of a wrong price feed", () => {
  it("is drawn the wider the more it bears", () => expect(errorShare(10)).toBeLessThan(errorShare(285)));
  it("lists finite errors, the smallest first", () => expect(finite([tolerance(900), tolerance(null), tolerance(120)]).map((t) => t.basis_points)).toEqual([120, 900]));
  it("says what an error that happened would do", () => {
    expect(knownErrorWords([tolerance(284)])).toContain("would liquidate this wallet");
    expect(knownErrorWords([tolerance(286)])).toContain("would not liquidate");
  });
});
