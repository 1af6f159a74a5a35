import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it } from "vitest";
import type { FillProbabilityKpi, KpiAnswer } from "../api/kpi-contracts";
import { KpiPanels } from "./kpi-page";

const path = (name: string, verdict: FillProbabilityKpi["verdict"], sample = 40): FillProbabilityKpi => ({
  path: name, sample, brier: 0.182, baseline_brier: 0.241, verdict,
  reliability: [
    { from: 0.2, to: 0.4, count: 10, predicted: 0.31, realised: 0.3 },
    { from: 0.6, to: 0.8, count: 0, predicted: null, realised: null },
  ],
});

const kpis: KpiAnswer = {
  as_of: "2026-01-05T09:00:00Z",
  adoption: { answered: 40, rate: 0.75 },
  fill_time: {
    filled: 28, mean_absolute_percentage_error: 0.34, interval_coverage: 0.82, median_minutes: 45,
    survival: [{ minutes: 20, unsold: 0.7 }, { minutes: 45, unsold: 0.5 }],
  },
  fill_probability: [path("all", "published"), path("auction", "withheld")],
  index_drift: { bonds: 120, mean: 41.9, mean_change: -1.24, mean_absolute_change: 3 },
  freshness: { bonds: 120, shares: { real_time: 0.8, recent: 0.1, delayed: 0.1, stale: 0 } },
  confidence: { mean: 0.88, low: 0.02 },
  alerts: { critical: 15, warning: 7 },
  delivery: { published: 1200, p50_ms: 1.84, p99_ms: 12.3 },
  error_budget: { requests: 5000, errors: 1, target: 0.001, remaining: 0.8, dead_letters: 3 },
};

const empty: KpiAnswer = {
  ...kpis,
  adoption: { answered: 0, rate: null },
  fill_time: { filled: 0, mean_absolute_percentage_error: null, interval_coverage: null, median_minutes: null, survival: [] },
  fill_probability: [{ path: "all", sample: 0, brier: null, baseline_brier: null, verdict: "not_enough_data", reliability: [] }],
  delivery: { published: 0, p50_ms: null, p99_ms: null },
};

const tile = (title: string): string => screen.getByRole("region", { name: title }).textContent;

describe("the KPIs", () => {
  afterEach(cleanup);

  it("say each measure with what it counts", () => {
    render(<KpiPanels kpis={kpis} />);
    expect(tile("Adoption")).toContain("75% of recommendations followed");
    expect(tile("Error of predicted times")).toContain("34%");
    expect(tile("Coverage of the time band")).toContain("82%");
    expect(tile("Index")).toContain("-1.2");
    expect(tile("Freshness of data")).toContain("Delayed 10%");
    expect(tile("Open alerts")).toContain("22 alerts");
    expect(tile("Delivery")).toContain("1.84 ms");
    expect(tile("Error budget")).toContain("1 failure of 5,000 answers");
    expect(tile("Time until sold")).toContain("within 45 min");
  });

  it("draw only bins with sales, and name them", () => {
    const { container } = render(<KpiPanels kpis={kpis} />);
    const diagram = screen.getByRole("img", { name: "Reliability, All ways out: 31% predicted, 30% sold" });
    expect(diagram.querySelectorAll("circle")).toHaveLength(1);
    expect(container.querySelector("[data-field=no-feedback]")).toBeNull();
  });

  it("tell a withheld probability from a published one", async () => {
    render(<KpiPanels kpis={kpis} />);
    expect(tile("Fill probability")).toContain("Published.");
    await userEvent.selectOptions(screen.getByLabelText("Way out"), "auction");
    expect(tile("Fill probability")).toContain("Withheld.");
  });

  it("say plainly that there is no feedback yet", () => {
    render(<KpiPanels kpis={empty} />);
    expect(screen.getByText(/There is no feedback on recommendations yet/)).toBeTruthy();
    expect(tile("Adoption")).toContain("No feedback yet.");
    expect(tile("Time until sold")).toContain("there is no curve");
    expect(screen.queryByRole("img")).toBeNull();
  });

  it("say that a budget is overspent instead of showing less than nothing", () => {
    render(<KpiPanels kpis={{ ...kpis, error_budget: { ...kpis.error_budget, remaining: -0.4 } }} />);
    expect(tile("Error budget")).toContain("Overspent");
  });
});
