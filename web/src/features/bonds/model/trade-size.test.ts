import { describe, expect, it } from "vitest";
import { LARGEST, readSize, sizeAt, SMALLEST, STEPS, stepOf } from "./trade-size";

describe("the slider's sizes", () => {
  it("goes from the smallest to the largest and always up", () => {
    const sizes = Array.from({ length: STEPS + 1 }, (_, step) => sizeAt(step));
    expect(sizes[0]).toBe(SMALLEST);
    expect(sizes[STEPS]).toBe(LARGEST);
    expect(sizes.every((size, i) => i === 0 || size > (sizes[i - 1] ?? 0))).toBe(true);
  });

  it("finds each place again", () => {
    for (let step = 0; step <= STEPS; step++) expect(stepOf(sizeAt(step))).toBe(step);
  });

  it("stops at its ends", () => {
    expect(stepOf(1)).toBe(0);
    expect(stepOf(9_000_000)).toBe(STEPS);
  });
});

describe("a typed size", () => {
  it.each([
    ["250000", 250_000],
    ["1,250,000", 1_250_000],
    [" 1 000 ", 1_000],
    ["5000000", 5_000_000],
  ])("reads %s", (text, size) => expect(readSize(text)).toBe(size));

  it.each(["", "abc", "999", "5000001", "-20000", "1e5", "NaN"])("refuses %s", (text) => expect(readSize(text)).toBeNull());
});
