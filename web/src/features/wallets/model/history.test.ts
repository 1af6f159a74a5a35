import { describe, expect, it } from "vitest";
import type { WalletHistoryPoint } from "../api/history-contracts";
import { heightsOf, linePath, MEASURES, nearest, type Sample, samplesOf } from "./history";

const [health] = MEASURES;
const samples: Sample[] = [{ at: 0, value: 1.4 }, { at: 10, value: null }, { at: 20, value: 8e8 }, { at: 30, value: 1.5 }];

describe("a wallet's history", () => {
  it("is read point by point", () => {
    const points = [{ at: "1970-01-01T00:00:01Z", health_factor: 1.25 }] as WalletHistoryPoint[];
    expect(health && samplesOf(points, health)).toEqual([{ at: 1_000, value: 1.25 }]);
    expect(nearest(samples, 17)).toBe(2);
  });

  it("is drawn with the marks in sight and without what says no more", () => {
    const [low, high] = health ? heightsOf(samples, health) : [0, 0];
    expect(low).toBeLessThan(1);
    expect(high).toBeGreaterThan(4);
    expect(high).toBeLessThan(5);
  });

  it("breaks off where nothing is known", () =>
    expect(linePath(samples, (at) => at, (value) => Math.min(value, 4))).toBe("M0.0 1.4M20.0 4.0L30.0 1.5"));
});
