import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { BookAnswer } from "../api/market-contracts";
import { OrderBook } from "./order-book";

const level = (price: number, quantity: number) => ({ price, quantity, orders: 2 });
const book: BookAnswer = {
  certificate_type: "EUA", seq: 1, as_of: null, bids: [level(71.4, 100), level(71.3, 50)], asks: [level(71.5, 80), level(71.6, 1_200)],
  mid: 71.45, spread: 0.1, spread_bps: 14, last_price: 71.5,
};
const NONE: ReadonlyMap<number, number> = new Map();
const rows = () => screen.getAllByRole("rowheader").map((row) => row.textContent);
const flashes = (container: HTMLElement) => container.querySelectorAll("[aria-hidden=true][class]").length;

describe("the order book", () => {
  afterEach(cleanup);

  it("stands asks above bids, the best next to the spread", () => {
    render(<OrderBook book={book} own={NONE} onPick={vi.fn()} />);
    expect(rows()).toEqual(["71.60", "71.50", "71.40", "71.30"]);
    expect(screen.getByText("14.0 bp", { exact: false })).toBeTruthy();
    expect(screen.getByText("1,280")).toBeTruthy();
  });

  it("hands over the price that was clicked, with its side", async () => {
    const pick = vi.fn();
    render(<OrderBook book={book} own={NONE} onPick={pick} />);
    await userEvent.click(screen.getByRole("button", { name: "Buy at 71.50" }));
    await userEvent.click(screen.getByRole("button", { name: "Sell at 71.40" }));
    expect(pick.mock.calls).toEqual([[{ side: "SELL", price: 71.5 }], [{ side: "BUY", price: 71.4 }]]);
  });

  it("flashes only the level that changes, and marks one's own", () => {
    const { container, rerender } = render(<OrderBook book={book} own={NONE} onPick={vi.fn()} />);
    expect(flashes(container)).toBe(0);
    rerender(<OrderBook book={{ ...book, bids: [level(71.4, 70), level(71.3, 50)] }} own={new Map([[7130, 20]])} onPick={vi.fn()} />);
    expect(flashes(container)).toBe(1);
    expect(rows()).toContain("71.30yours 20");
  });

  it("says when a side is empty", () => {
    render(<OrderBook book={{ ...book, asks: [], spread: null, mid: null, spread_bps: null }} own={NONE} onPick={vi.fn()} />);
    expect(screen.getByText("Nobody sells.")).toBeTruthy();
  });
});
