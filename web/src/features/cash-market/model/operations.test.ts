import { describe, expect, it } from "vitest";
import { OPERATION_STATUSES, type OperationAnswer, type OperationDetailAnswer, type OperationOrderAnswer } from "../api/operation-contracts";
import { isOver, liquidityText, mayDecide, mayWithdraw, progressText, retold, STATUS_WORDS } from "./operations";

const operation = (part: Partial<OperationAnswer> = {}): OperationAnswer => ({
  id: "1", ticket_id: "LIQ-20260120-0001", kind: "creation", status: "running", step: "reserve", percent: 45, certificate_types: ["EUA"],
  target_bid_liquidity_eur: 30_000, target_ask_liquidity_eur: 30_000, actual_bid_liquidity_eur: 29_990, actual_ask_liquidity_eur: 29_950.5, orders_created: 12,
  requested_by: "adam", created_at: "2026-01-20T09:00:00Z", deadline: null, decided_by: null, finished_at: null, reason: null, notes: null, status_url: "", ...part,
});

describe("the progress of an operation", () => {
  it("has words for every status", () => {
    for (const status of OPERATION_STATUSES) {
      expect(progressText(operation({ status, reason: "Because." }))).toMatch(/\.$/);
      expect(STATUS_WORDS[status]).toMatch(/^[A-Z]/);
    }
    expect(progressText(operation({ status: "completed" }))).toBe("12 orders were placed: €29,990 of bids and €29,950.50 of asks.");
    expect(progressText(operation({ status: "completed", actual_bid_liquidity_eur: 0, actual_ask_liquidity_eur: 0 }))).toBe("12 orders were placed and withdrawn again.");
    expect(progressText(operation({ status: "stopped", reason: "The price moved." }))).toContain("The price moved.");
  });

  it("tells what was placed, or kept by a withdrawal", () => {
    expect([liquidityText(operation(), "bid"), liquidityText(operation(), "ask")]).toEqual(["€29,990 of €30,000", "€29,950.50 of €30,000"]);
    expect(liquidityText(operation({ kind: "withdrawal", actual_bid_liquidity_eur: 0 }), "bid")).toBe("€0 kept");
  });

  it("is over when nothing more will happen by itself", () => {
    expect(OPERATION_STATUSES.filter((status) => !isOver(operation({ status })))).toEqual(["awaiting_approval", "running", "rolling_back"]);
  });
});

describe("what may be done with an operation", () => {
  it("is decided by somebody else than who asked for it", () => {
    const waiting = operation({ status: "awaiting_approval" });
    expect([mayDecide(waiting, "adam"), mayDecide(waiting, "beth"), mayDecide(operation(), "beth")]).toEqual([false, true, false]);
  });

  it("is withdrawn only when it was completed and some of it still waits", () => {
    const detail = (part: Partial<OperationAnswer>, order: OperationOrderAnswer["status"] = "open") =>
      ({ operation: operation(part), orders: [{ status: order }] }) as OperationDetailAnswer;
    expect(mayWithdraw(detail({ status: "completed" }))).toBe(true);
    expect(mayWithdraw(detail({ status: "completed" }, "cancelled"))).toBe(false);
    expect(mayWithdraw(detail({ status: "completed", kind: "withdrawal" }))).toBe(false);
    expect(mayWithdraw(detail({}))).toBe(false);
  });
});

describe("a list of operations", () => {
  const page = { items: [operation(), operation({ id: "0", created_at: "2026-01-20T08:00:00Z", status: "completed" })], cursor: null };
  const all = { certificate: null, status: null };

  it("takes news in place and new ones first", () => {
    const told = [operation({ percent: 80 }), operation({ id: "2", created_at: "2026-01-20T10:00:00Z" }), operation({ id: "9", created_at: "2026-01-01T10:00:00Z" })];
    expect(retold(page, told, all, true).items.map((o) => [o.id, o.percent])).toEqual([["2", 45], ["1", 80], ["0", 45]]);
    expect(retold(page, told, all, false).items).toHaveLength(2);
  });

  it("drops what no longer fits its filter", () => {
    const running = { certificate: null, status: "running" as const };
    expect(retold({ items: [operation()], cursor: null }, [operation({ status: "completed" })], running, true).items).toEqual([]);
    expect(retold(page, [], { certificate: "CEA", status: null }, true).items).toEqual([]);
  });
});
