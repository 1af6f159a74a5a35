import { describe, expect, it } from "vitest";
import { formatChange, formatFraction, formatHealth, formatProbability, formatTokenPrice, formatTokens, formatUsd, shortAddress } from "./figures";

describe("figures", () => {
  it.each([
    [5, "$5.00"], [-12.5, "−$12.50"], [1_234.5, "$1,235"], [123_456_789, "$123.5m"], [-0.004, "−$0.00"], [null, "–"],
  ])("tell %s dollars as %s", (value, text) => expect(formatUsd(value)).toBe(text));

  it.each([[2_954.2, "$2,954"], [12.345, "$12.35"], [0.9997, "$0.9997"], [1, "$1.00"], [0.000123, "$0.000123"]])("tell a price of %s as %s", (value, text) =>
    expect(formatTokenPrice(value)).toBe(text),
  );

  it.each([[0.998, "0.99"], [1.1, "1.10"], [1.15, "1.15"], [100, "100.00"], [8e8, "more than 100"], [null, "–"]])("tell a health factor of %s as %s", (value, text) =>
    expect(formatHealth(value)).toBe(text),
  );

  it.each([[0.123, "12%"], [0.0291, "2.9%"], [0.0005, "0.05%"], [0, "0%"], [-0.3, "−30%"]])("tell a fraction of %s as %s", (value, text) => expect(formatFraction(value)).toBe(text));

  it("tell a change with its sign", () => {
    expect(formatChange(0.041)).toBe("+4.1%");
    expect(formatChange(-0.12)).toBe("−12%");
  });

  it.each([[0, "0%"], [0.0001, "under 0.1%"], [0.0123, "1.2%"], [0.45, "45%"], [0.9999, "over 99.9%"], [1, "100%"]])("tell a probability of %s as %s", (value, text) =>
    expect(formatProbability(value)).toBe(text),
  );

  it("tell tokens with as many digits as matter", () => {
    expect(formatTokens(12_500.4, "USDC")).toBe("12,500 USDC");
    expect(formatTokens(3.256, "WETH")).toBe("3.26 WETH");
    expect(formatTokens(0.000125, "WBTC")).toBe("0.000125 WBTC");
  });

  it("shorten an address", () => expect(shortAddress("0x2c7536E3605D9C16a7a3D7b1898e529396a65c23")).toBe("0x2c75…5c23"));
});
