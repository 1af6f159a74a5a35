import { cleanup, render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { MarketMakerAnswer } from "../api/maker-contracts";
import { MakerCard } from "./maker-card";

const provider: MarketMakerAnswer = {
  id: "m1", name: "Rhine", mm_type: "LIQUIDITY_PROVIDER", is_active: true, beneficial_owner: "Holding", eur_balance: 500, cea_balance: 0, eua_balance: 7,
  balances: [{ asset_type: "EUR", available: 500, locked: 20.5 }, { asset_type: "EUA", available: 7, locked: 0 }],
  open_orders: { EUA: 1 }, performance: [], created_at: "2026-01-20T09:00:00Z", created_by: "adam",
};

describe("a market maker's card", () => {
  afterEach(cleanup);

  it("shows the balances that fit its type, and what it earned apart from them", () => {
    const { container } = render(<MakerCard maker={provider} onAction={vi.fn()} />);
    expect(container.textContent).toContain("LP, Liquidity provider");
    expect(container.textContent).toContain("EUR available€500.00€20.50 in orders");
    expect(container.textContent).toContain("Earned by trading: 7 EUA");
    expect(container.textContent).toContain("1 open order · of Holding");
    expect(container.textContent).not.toContain("CEA available");
  });

  it("offers nothing but its transactions once it is deactivated", async () => {
    const act = vi.fn();
    render(<MakerCard maker={{ ...provider, mm_type: "ASSET_HOLDER", is_active: false }} onAction={act} />);
    expect(screen.getAllByRole("button").map((button) => button.textContent)).toEqual(["Transactions Rhine"]);
    await userEvent.click(screen.getByRole("button"));
    expect(act).toHaveBeenCalledWith("transactions");
  });
});
