import { describe, expect, it } from "vitest";
import { chanceText } from "./exit-wording";

describe("a chance in words", () => {
  it.each([
    [0, "less than 1 in 10"],
    [0.049, "less than 1 in 10"],
    [0.0651, "1 in 10"],
    [0.356, "4 in 10"],
    [0.82, "8 in 10"],
    [0.97, "more than 9 in 10"],
    [1, "more than 9 in 10"],
    [0.25, "2 in 10"],
    [0.35, "4 in 10"],
    [null, "not known"],
  ])("says %s as %s", (probability, words) => expect(chanceText(probability)).toBe(words));
});
