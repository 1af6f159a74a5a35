import { describe, expect, it } from "vitest";
import { amountOf } from "@/lib/format/typed";
import { faultOf, fromKept, keptText, pasted, positionsOf } from "./holdings";

describe("an amount", () => {
  it.each([["250000", 250000], ["250,000", 250000], ["1'250'000", 1250000], ["1 250 000", 1250000], ["1250.5", 1250.5]])("reads %s", (text, amount) =>
    expect(amountOf(text)).toBe(amount),
  );

  it.each(["", "0", "-5", "12,34", "1e999", "many"])("refuses %j", (text) => expect(amountOf(text)).toBeNull());
});

describe("pasted lines", () => {
  it("are read whatever separates them, and the others come back", () => {
    expect(pasted("CH0012345678 100,000\nch0012345686;50000\n\nhello world\nCH0012345694\t1'000")).toEqual({
      holdings: [
        { isin: "CH0012345678", face: "100,000" },
        { isin: "CH0012345686", face: "50000" },
        { isin: "CH0012345694", face: "1'000" },
      ],
      refused: ["hello world"],
    });
  });
});

describe("holdings", () => {
  it("name a bond once", () => {
    const twice = [{ isin: "ch0012345678", face: "100" }, { isin: "CH0012345678 ", face: "50" }, { isin: "", face: "" }, { isin: "x", face: "9" }];
    expect(positionsOf(twice)).toEqual([{ isin: "CH0012345678", face: 150 }]);
  });

  it("say what is wrong with a line, not with an empty one", () => {
    expect(faultOf({ isin: "", face: " " })).toBeNull();
    expect(faultOf({ isin: "CH00", face: "1" })).toContain("twelve");
    expect(faultOf({ isin: "CH0012345678", face: "" })).toContain("above 0");
  });

  it("are kept as typed", () => {
    const typed = [{ isin: "CH0012345678", face: "100,0" }, { isin: "", face: "5" }];
    expect(fromKept(keptText([...typed, { isin: "", face: "" }]))).toEqual(typed);
    expect(fromKept(null)).toEqual([]);
  });
});
