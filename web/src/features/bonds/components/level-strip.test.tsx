import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { LevelStrip } from "./level-strip";

describe("the level strip", () => {
  afterEach(cleanup);

  it("names every level with its count, also those without bonds", () => {
    render(<LevelStrip counts={{ good: 3, poor: 84 }} chosen={null} onChoose={() => undefined} />);
    const names = screen.getAllByRole("button").map((button) => button.textContent);
    expect(names).toHaveLength(6);
    expect(names[1]).toContain("Good3");
    expect(names[0]).toContain("Excellent0");
  });

  it("chooses a level and lets go of it", async () => {
    const choose = vi.fn();
    const { rerender } = render(<LevelStrip counts={{ good: 3 }} chosen={null} onChoose={choose} />);
    await userEvent.click(screen.getByRole("button", { name: /Good/ }));
    expect(choose).toHaveBeenLastCalledWith("good");
    rerender(<LevelStrip counts={{ good: 3 }} chosen="good" onChoose={choose} />);
    expect(screen.getByRole("button", { name: /Good/ }).getAttribute("aria-pressed")).toBe("true");
    await userEvent.click(screen.getByRole("button", { name: /Good/ }));
    expect(choose).toHaveBeenLastCalledWith(null);
  });
});
