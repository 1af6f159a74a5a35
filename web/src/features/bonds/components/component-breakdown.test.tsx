import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import type { LiquidityProfile } from "../api/contracts";
import { ComponentBreakdown } from "./component-breakdown";

const profile = {
  assessed_weight: 0.75,
  components: [
    { name: "spread", score: 0, weight: 0.3, contribution: 0, note: "one_sided_market" },
    { name: "depth", score: null, weight: 0.25, contribution: 0, note: "no_volume" },
    { name: "turnover", score: 99.35, weight: 0.25, contribution: 24.84, note: "observed" },
    { name: "volume", score: 2.08, weight: 0.2, contribution: 0.42, note: "a_new_case" },
  ],
} as LiquidityProfile;

const parts = (): HTMLElement[] => screen.getAllByRole("listitem");
const part = (index: number) => within(parts()[index] ?? document.body);

describe("the component breakdown", () => {
  afterEach(cleanup);

  it("tells a zero from what was left out", () => {
    render(<ComponentBreakdown profile={profile} audience="retail" />);
    expect(part(0).getByText("0")).toBeDefined();
    expect(part(0).getByText(/Only buyers or only sellers/)).toBeDefined();
    expect(part(1).getByText("–")).toBeDefined();
    expect(part(1).getByText(/left out$/)).toBeDefined();
    expect(screen.getByText("75% of the weight could be assessed")).toBeDefined();
  });

  it("rounds for a retail reader and not for a professional", () => {
    const { rerender } = render(<ComponentBreakdown profile={profile} audience="retail" />);
    expect(part(2).getByText("Weight 25%, brings 25 points")).toBeDefined();
    expect(part(3).getByText("Weight 20%, brings less than 1 point")).toBeDefined();
    rerender(<ComponentBreakdown profile={profile} audience="professional" />);
    expect(part(2).getByText("Weight 25%, brings 24.84 points")).toBeDefined();
  });

  it("reads out a note it does not know", () => {
    render(<ComponentBreakdown profile={profile} audience="retail" />);
    expect(part(3).getByText("A new case")).toBeDefined();
  });
});
