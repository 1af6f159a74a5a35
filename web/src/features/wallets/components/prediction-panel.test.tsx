import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { LiquidationPredictionAnswer } from "../api/model-contracts";
import { PredictionPanel } from "./prediction-panel";

const known: LiquidationPredictionAnswer = {
  status: "ok", message: "The model sees some danger.", model_version: "v7", probability24h: 0.021, probability7d: 0.091, baseline24h: 0.011, baseline7d: 0.064,
  contributions: [{ feature: "health_factor", value: 1.15, contribution: 1.31 }, { feature: "fear_greed", value: null, contribution: -0.03 }],
};
const text = (): string => screen.getByRole("region", { name: "Chance of liquidation" }).textContent;

describe("the chance of liquidation", () => {
  afterEach(cleanup);

  it("stands beside what the plain rule says, with what moves it", () => {
    render(<PredictionPanel prediction={known} />);
    expect(text()).toContain("9.1%");
    expect(text()).toContain("6.4% by its volatility alone");
    expect(text()).toContain("Health factor 1.15+1.31");
    expect(text()).toContain("Mood of the market not known−0.03");
  });

  it("without a model is the plain rule's, and is called so", () => {
    render(<PredictionPanel prediction={{ ...known, status: "no_model", message: "There is no model yet.", probability24h: null, probability7d: null, contributions: [] }} />);
    expect(text()).toContain("There is no model yet.");
    expect(text()).toContain("6.4%by the volatility of its health alone");
    expect(screen.queryByText(/What moves/)).toBeNull();
  });

  it("is only a sentence when nothing is known", () => {
    render(
      <PredictionPanel prediction={{ ...known, status: "no_data", message: "Too little is known.", probability24h: null, probability7d: null, baseline24h: null, baseline7d: null, contributions: [] }} />,
    );
    expect(text()).toContain("Too little is known.");
    expect(text()).not.toContain("%");
  });
});
