import { formatRoundEuro } from "@/lib/format/numbers";
import type { Certificate } from "../api/market-contracts";
import type { OperationAnswer, OperationDetailAnswer, OperationListAnswer, OperationStatus } from "../api/operation-contracts";

export const STATUS_WORDS: Record<OperationStatus, string> = {
  awaiting_approval: "Awaits approval",
  running: "Running",
  completed: "Completed",
  rejected: "Rejected",
  expired: "Expired",
  stopped: "Stopped",
  rolling_back: "Undoing",
  rolled_back: "Undone",
  needs_attention: "Needs a person",
};

export type Tone = "waiting" | "good" | "ended" | "bad";

const TONES: Record<OperationStatus, Tone> = {
  awaiting_approval: "waiting", running: "waiting", completed: "good", rejected: "ended", expired: "ended", stopped: "ended",
  rolling_back: "bad", rolled_back: "ended", needs_attention: "bad",
};

export const toneOf = (status: OperationStatus): Tone => TONES[status];

export const isOver = ({ status }: OperationAnswer): boolean => !["awaiting_approval", "running", "rolling_back"].includes(status);

/** Where an operation stands, in a sentence. */
export function progressText(operation: OperationAnswer): string {
  const { status, kind, orders_created: orders, actual_bid_liquidity_eur: bids, actual_ask_liquidity_eur: asks, reason } = operation;
  const why = reason === null ? "" : ` ${reason}`;
  switch (status) {
    case "awaiting_approval":
      return "Another administrator has to approve it.";
    case "running":
      return kind === "withdrawal" ? "The orders are being withdrawn." : "The orders are being placed.";
    case "completed":
      if (kind === "withdrawal") return "What was left of the orders is withdrawn.";
      return bids + asks === 0
        ? `${orders} orders were placed and withdrawn again.`
        : `${orders} orders were placed: ${formatRoundEuro(bids)} of bids and ${formatRoundEuro(asks)} of asks.`;
    case "rejected":
      return `It was rejected; nothing has happened.${why}`;
    case "expired":
      return `Nobody approved it in time; nothing has happened.${why}`;
    case "stopped":
      return `It was stopped before any order was placed.${why}`;
    case "rolling_back":
      return `It failed and is being undone.${why}`;
    case "rolled_back":
      return `It failed and was undone; balances are as before.${why}`;
    case "needs_attention":
      return `Not everything could be ${kind === "withdrawal" ? "cancelled" : "undone"}; a person has to look at it.${why}`;
  }
}

/** How much of a side was placed, or is left after a withdrawal. */
export function liquidityText(operation: OperationAnswer, side: "bid" | "ask"): string {
  const actual = side === "bid" ? operation.actual_bid_liquidity_eur : operation.actual_ask_liquidity_eur;
  const target = side === "bid" ? operation.target_bid_liquidity_eur : operation.target_ask_liquidity_eur;
  return operation.kind === "withdrawal" ? `${formatRoundEuro(actual)} kept` : `${formatRoundEuro(actual)} of ${formatRoundEuro(target)}`;
}

/** Whether this reader may approve or reject: nobody decides on what they asked for. */
export const mayDecide = ({ status, requested_by }: OperationAnswer, user: string): boolean => status === "awaiting_approval" && requested_by !== user;

/** Whether anything is left in the market to withdraw. */
export const mayWithdraw = ({ operation: { kind, status }, orders }: OperationDetailAnswer): boolean =>
  kind === "creation" && status === "completed" && orders.some((order) => order.status === "open");

export interface OperationFilter {
  certificate: Certificate | null;
  status: OperationStatus | null;
}

export const fits = ({ certificate_types, status }: OperationAnswer, filter: OperationFilter): boolean =>
  (filter.certificate === null || certificate_types.includes(filter.certificate)) && (filter.status === null || status === filter.status);

/** A page of operations as they are told now. New ones come first on the first page; those that no longer fit go. */
export function retold(page: OperationListAnswer, told: readonly OperationAnswer[], filter: OperationFilter, isFirst: boolean): OperationListAnswer {
  const byId = new Map(told.map((operation) => [operation.id, operation]));
  const kept = page.items.map((operation) => byId.get(operation.id) ?? operation).filter((operation) => fits(operation, filter));
  const newest = Date.parse(page.items[0]?.created_at ?? "1970-01-01T00:00:00Z");
  const known = new Set(page.items.map(({ id }) => id));
  const added = isFirst ? told.filter((o) => !known.has(o.id) && fits(o, filter) && Date.parse(o.created_at) >= newest) : [];
  return { ...page, items: [...added, ...kept] };
}
