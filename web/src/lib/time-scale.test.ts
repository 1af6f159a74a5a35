import { describe, expect, it } from "vitest";
import { timeScale } from "./time-scale";

describe("a time axis", () => {
  it("runs from now to its end and never backwards", () => {
    const { place } = timeScale(2_880);
    expect([place(0), place(2_880)]).toEqual([0, 1]);
    expect([1, 10, 60, 1_000].map(place)).toEqual([1, 10, 60, 1_000].map(place).sort((a, b) => a - b));
  });

  it("keeps its ticks apart", () => {
    const ticks = timeScale(2_880).ticks(0.15);
    expect(ticks[0]?.text).toBe("now");
    expect(ticks.length).toBeGreaterThan(3);
    ticks.slice(1).forEach((tick, i) => expect(tick.at - (ticks[i]?.at ?? 0)).toBeGreaterThanOrEqual(0.15));
  });
});
