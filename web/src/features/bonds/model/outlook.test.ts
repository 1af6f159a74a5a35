import { describe, expect, it } from "vitest";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { outlookOf } from "./outlook";

const category = (name: string, level: string | null, contribution: number) =>
  ({ category: name, level, score_0_100: level === null ? null : 50, contribution, probability_note: `About ${name}.` });

const answer = (part: object): LiquidityRiskAnswer =>
  ({ risk_warnings: [], risk_summary: null, exit_recommendations: [], assumptions: [], ...part }) as unknown as LiquidityRiskAnswer;

describe("what could change it", () => {
  it("names the risks that weigh most and are not low", () => {
    const categories = [category("esg", "moderate", 1), category("credit", "high", 9), category("legal", "low", 5), category("leverage", null, 0)];
    expect(outlookOf(answer({ risk_summary: { categories } })).map((i) => i.title)).toEqual(["Being repaid", "Environment and society"]);
  });

  it("says what remains when the best way closes", () => {
    const dealer = { path: "market_maker", feasible: true, fill_probability: 0.8 };
    const token = { path: "tokenized_p2p", feasible: true, fill_probability: 0.36 };
    expect(outlookOf(answer({ exit_recommendations: [dealer, token] }))[0]?.text).toBe(
      "If it is no longer possible to sell to a dealer, the next best is to offer it to others as a token, with a chance of 4 in 10.",
    );
    expect(outlookOf(answer({ exit_recommendations: [dealer, { ...token, feasible: false }] }))[0]?.text).toMatch(/there is no other way/);
  });

  it("begins with warnings and ends with what was assumed", () => {
    const items = outlookOf(answer({ risk_warnings: [{ message: "Careful." }], assumptions: ["No depth is known."] }));
    expect(items.map((i) => i.text)).toEqual(["Careful.", "No depth is known."]);
  });
});
