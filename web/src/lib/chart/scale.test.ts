import { describe, expect, it } from "vitest";
import { domainOf, linear, ticks, timeTicks } from "./scale";

describe("a linear scale", () => {
  it("maps ends to ends, upside down too", () => {
    const y = linear([0, 10], [100, 0]);
    expect([0, 5, 10].map(y)).toEqual([100, 50, 0]);
  });

  it("puts a single value in the middle", () => expect(linear([4, 4], [0, 100])(4)).toBe(50));
});

describe("a domain", () => {
  it("leaves room and respects its floor", () => {
    expect(domainOf([0, 100])).toEqual([-8, 108]);
    expect(domainOf([0, 100], 0)).toEqual([0, 108]);
  });

  it("has width even for equal values and for none", () => {
    expect(domainOf([50, 50])).toEqual([45, 55]);
    expect(domainOf([])).toEqual([0, 1]);
  });
});

describe("ticks", () => {
  it.each([
    [0, 100, 5, [0, 20, 40, 60, 80, 100]],
    [9.4, 21.3, 3, [10, 15, 20]],
    [0.021, 0.081, 3, [0.04, 0.06, 0.08]],
  ])("divide %s to %s in about %s", (low, high, count, expected) => expect(ticks([low, high], count)).toEqual(expected));

  it("are whole steps of time", () => {
    const from = new Date(2026, 0, 5, 9, 7, 30).getTime();
    const found = timeTicks([from, from + 3_600_000], 6);
    expect(found.length).toBeGreaterThan(3);
    expect(found.every((t) => new Date(t).getMinutes() % 10 === 0 && new Date(t).getSeconds() === 0)).toBe(true);
  });
});
