import { describe, expect, it } from "vitest";
import { sampleAt, stepPath } from "./history";

const same = (value: number): number => value;

describe("the line of a history", () => {
  it("holds each figure until the next", () => {
    expect(stepPath([{ at: 0, value: 5 }, { at: 10, value: 7 }, { at: 20, value: 7 }], same, same)).toBe("M0.0 5.0H10.0V7.0H20.0V7.0");
  });

  it("breaks where nothing is known", () => {
    const samples = [{ at: 0, value: 5 }, { at: 10, value: null }, { at: 20, value: null }, { at: 30, value: 6 }, { at: 40, value: 6 }];
    expect(stepPath(samples, same, same)).toBe("M0.0 5.0H10.0M30.0 6.0H40.0V6.0");
  });

  it("is empty without points", () => expect(stepPath([], same, same)).toBe(""));
});

describe("the sample that holds at an instant", () => {
  const samples = [10, 20, 30].map((at) => ({ at, value: at }));
  it.each([
    [5, 0],
    [10, 0],
    [19, 0],
    [20, 1],
    [99, 2],
  ])("at %s is number %s", (at, index) => expect(sampleAt(samples, at)).toBe(index));
});
