import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { Sparkline } from "./sparkline";

const draw = (values: (number | null)[]) => render(<Sparkline values={values} leastRange={10} label="Trend" />).container;

describe("a sparkline", () => {
  afterEach(cleanup);

  it("leaves a gap where nothing is known", () => {
    const path = draw([50, 51, null, 52, 53]).querySelector("path")?.getAttribute("d") ?? "";
    expect(path.match(/M/g)).toHaveLength(2);
    expect(path.match(/L/g)).toHaveLength(2);
    expect(screen.getByRole("img", { name: "Trend" })).toBeTruthy();
  });

  it("marks the newest known value", () => {
    expect(draw([50, 90, null]).querySelector("circle")?.getAttribute("cy")).toBe("3");
  });

  it("keeps small noise small", () => {
    const heights = (draw([50, 50.5]).querySelector("path")?.getAttribute("d") ?? "").match(/ [\d.]+/g)?.map(Number) ?? [];
    expect(Math.abs((heights[0] ?? 0) - (heights[1] ?? 0))).toBeLessThan(1.5);
  });

  it("is not there without values", () => expect(draw([null]).querySelector("svg")).toBeNull());
});
