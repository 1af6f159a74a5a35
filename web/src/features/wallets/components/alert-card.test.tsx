import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { HttpClient } from "@/lib/http/http-client";
import { Observable } from "@/lib/observable";
import { type Services, ServicesContext } from "@/lib/services";
import type { SessionState } from "@/lib/session/session";
import type { WalletAlertAnswer } from "../api/alert-contracts";
import type { RescuePlanAnswer, SimulatedWalletAnswer, WalletSimulateAnswer } from "../api/rescue-contracts";
import { AlertCard } from "./alert-card";

const WALLET = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23";

const plan: RescuePlanAnswer = {
  summary: "Repay.", steps: ["Repay 500 USDC out of what lies free in the wallet"], cost_usd: 7.2, gas_usd: 7.2, exit_cost_usd: 0, health_factor_after: 1.5,
  is_dominated: false, changes: [{ type: "repay", protocol: "aave_v3", asset: "USDC", amount: 500, from_outside: false }],
};

const alert: WalletAlertAnswer = {
  id: "LiquidationRisk-1", wallet_address: WALLET, kind: "liquidation_risk", severity: "critical", message: "Health is 1.07, below 1.10.", recommendations: ["Repay."],
  value: 1.07, limit: 1.1, subject: null, raised_at: "2026-01-05T09:00:00Z", seen_at: "2026-01-05T09:00:00Z", resolved_at: null, resolved_reason: null, resolved_by: null,
  rescue: { protocol: "aave_v3", health_factor: 1.07, target_health_factor: 1.5, best: plan, alternatives: [], impossible: ["Supplying DAI alone is not enough."] },
};

const wallet = (factor: number): SimulatedWalletAnswer => ({
  health: { health_ratio: 1.4, health_factor: factor, health_ratio_at_exit: 1.3, health_factor_at_exit: factor, debt_free: false, safety_threshold: 1.2, liquidation_risk_score: 50 },
  net_worth_usd: 100, borrowed_usd: 50, collateral_usd: 150, positions: [], liquidation_prices: [],
});
const simulated: WalletSimulateAnswer = { wallet_address: WALLET, as_of: "2026-01-05T09:00:00Z", before: wallet(1.07), after: wallet(1.5), narrative: ["Health rises."], caveats: [] };

function show(roles: string[], shown: WalletAlertAnswer = alert) {
  const send = vi.fn<typeof fetch>(() => Promise.resolve(new Response(JSON.stringify(simulated), { headers: { "content-type": "application/json" } })));
  const state: SessionState = { status: "signed_in", mode: "development", identity: { user: "wanda", roles }, persona: null };
  const services = {
    http: new HttpClient({ token: () => Promise.resolve("token"), renew: () => Promise.resolve(false) }, send), session: { state: new Observable(state) },
  } as unknown as Services;
  render(
    <ServicesContext value={services}>
      <QueryClientProvider client={new QueryClient()}>
        <AlertCard alert={shown} />
      </QueryClientProvider>
    </ServicesContext>,
  );
  return send;
}

describe("an alert", () => {
  afterEach(cleanup);

  it("has its rescue tried for the wallet that it is about", async () => {
    const send = show(["retail"]);
    await userEvent.click(screen.getByRole("button", { name: /^Try it: Repay 500 USDC/ }));
    const after = await screen.findByRole("img", { name: /^After: 1\.50, Comfortable/ });
    expect(within(screen.getByRole("dialog", { name: "If you did this" })).getByText("Health rises.")).toBeTruthy();
    expect(after).toBeTruthy();
    const [url, init] = send.mock.calls[0] ?? [];
    expect(url).toBe("/api/risk/simulate");
    expect(init?.headers).toMatchObject({ "x-wallet-address": WALLET });
    expect(JSON.parse(init?.body as string)).toEqual({ wallet_address: WALLET, changes: plan.changes });
  });

  it("is closed only after a second question", async () => {
    const send = show(["retail"]);
    await userEvent.click(screen.getByRole("button", { name: "Resolve: Health is 1.07, below 1.10." }));
    expect(send).not.toHaveBeenCalled();
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Resolve" }));
    expect(send.mock.calls[0]?.[0]).toBe("/api/risk/alerts/LiquidationRisk-1/resolve");
  });

  it("is for compliance to read, not to close", () => {
    show(["compliance"]);
    expect(screen.queryByRole("button", { name: /^Resolve/ })).toBeNull();
  });

  it("without a rescue says what to do, and what would not do it", () => {
    show(["retail"], { ...alert, rescue: alert.rescue && { ...alert.rescue, best: null } });
    expect(screen.getByRole("list", { name: "What to do" }).textContent).toBe("Repay.");
    expect(screen.getByText("Supplying DAI alone is not enough.")).toBeTruthy();
  });
});
