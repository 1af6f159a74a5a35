import { describe, expect, it } from "vitest";
import { formatDay, formatDuration, formatInstant, formatMinutes } from "./dates";
import {
  formatAmount, formatBasisPoints, formatBasisPointsAsPercent, formatCompact, formatCoupon, formatEuro, formatMoney, formatPercent, formatPrice, formatRoundEuro, formatScore, formatShare, formatSigned, formatSignedPercent,
} from "./numbers";

describe("numbers", () => {
  it("show a dash for what is absent and zero for zero", () => {
    for (const format of [formatAmount, formatBasisPoints, formatBasisPointsAsPercent, formatCoupon, formatPrice, formatScore, formatShare]) {
      expect(format(null)).toBe("–");
      expect(format(undefined)).toBe("–");
      expect(format(0)).toContain("0");
    }
  });

  it("keep prices to the cent and no more digits than were quoted", () => {
    expect(formatPrice(98.5)).toBe("98.50");
    expect(formatPrice(98.125)).toBe("98.125");
  });

  it("show euros to the cent, or only the cents that there are", () => {
    expect(formatEuro(1234.5)).toBe("€1,234.50");
    expect(formatRoundEuro(90000)).toBe("€90,000");
    expect(formatRoundEuro(71.5)).toBe("€71.50");
    expect(formatEuro(null)).toBe("–");
  });

  it("show what is in percent already, and a change with its sign", () => {
    expect(formatPercent(0.423)).toBe("0.42%");
    expect(formatSignedPercent(1.2)).toBe("+1.20%");
    expect(formatSignedPercent(-0.5)).toBe("−0.50%");
  });

  it("say basis points to professionals and percent to everybody else", () => {
    expect(formatBasisPoints(12)).toBe("12.0 bp");
    expect(formatBasisPointsAsPercent(12)).toBe("0.12%");
  });

  it("name the currency of money and show cents where they matter", () => {
    expect(formatMoney(102.86, "CHF")).toBe("CHF 102.86");
    expect(formatMoney(12500.4, "CHF")).toBe("CHF 12,500");
    expect(formatMoney(-3, null)).toBe("-3.00");
    expect(formatMoney(null, "CHF")).toBe("–");
  });

  it("shorten large amounts without rounding them away", () => {
    expect([500, 1_000, 25_000, 2_500_000, 1_250_000].map(formatCompact)).toEqual(["500", "1k", "25k", "2.5m", "1.25m"]);
  });

  it("give contributions their sign", () => expect([0.1728, -2.5, 0].map(formatSigned)).toEqual(["+0.17", "−2.50", "0.00"]));

  it("separate thousands", () => expect(formatAmount(299000000)).toBe("299,000,000"));
});

describe("dates", () => {
  it("show a maturity as the day it is, whatever the time zone", () => expect(formatDay("2038-07-14")).toBe("14 Jul 2038"));

  it("show the clock today and the day otherwise", () => {
    const now = new Date(2026, 0, 5, 12, 0, 0);
    expect(formatInstant(new Date(2026, 0, 5, 9, 30, 7).toISOString(), now)).toBe("09:30:07");
    expect(formatInstant(new Date(2026, 0, 4, 9, 30, 7).toISOString(), now)).toContain("4 Jan");
  });

  it.each([
    [0, "0 s"],
    [59.9, "59 s"],
    [2336, "38 min"],
    [18720, "5 h 12 min"],
    [7200, "2 h"],
    [200000, "2 days"],
    [null, "–"],
  ])("say %s seconds as %s", (seconds, text) => expect(formatDuration(seconds)).toBe(text));

  it.each([
    [0, "at once"],
    [35, "35 min"],
    [240, "4 h"],
    [352.7, "5 h 53 min"],
    [null, "–"],
  ])("say %s minutes as %s", (minutes, text) => expect(formatMinutes(minutes)).toBe(text));
});
