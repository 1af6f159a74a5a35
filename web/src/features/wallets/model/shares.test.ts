import { describe, expect, it } from "vitest";
import { partsOf } from "./shares";

describe("shares", () => {
  it("are of what has a value, the largest first", () =>
    expect(partsOf([{ name: "a", value: 1 }, { name: "b", value: 3 }, { name: "c", value: null }])).toEqual([
      { name: "b", value: 3, share: 0.75 }, { name: "a", value: 1, share: 0.25 },
    ]));

  it("put what is small together", () => {
    const parts = partsOf(["a", "b", "c", "d", "e", "f", "g", "h"].map((name, i) => ({ name, value: 8 - i })));
    expect(parts.at(-1)).toMatchObject({ name: "3 others", value: 6 });
    expect(parts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
  });

  it("of nothing are none", () => expect(partsOf([{ name: "a", value: 0 }])).toEqual([]));
});
