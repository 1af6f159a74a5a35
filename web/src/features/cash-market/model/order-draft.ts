import { amountOf, isWholeCents } from "@/lib/format/typed";
import type { Asset, BalanceAnswer } from "../api/account-contracts";
import type { BookAnswer, BookLevel, Certificate, Side } from "../api/market-contracts";
import type { OrderRequest, OrderType, TimeInForce } from "../api/order-contracts";

/** An order as it is being typed. */
export interface OrderDraft {
  side: Side;
  type: OrderType;
  price: string;
  quantity: string;
  timeInForce: TimeInForce;
  postOnly: boolean;
}

export const EMPTY_DRAFT: OrderDraft = { side: "BUY", type: "limit", price: "", quantity: "", timeInForce: "GTC", postOnly: false };

export type OrderField = "price" | "quantity" | "time_in_force" | "post_only";
export type OrderFaults = Partial<Record<OrderField, string>>;

/** Whether the order needs a price: its limit, or the worst price that a market order to buy may pay. */
export const needsPrice = ({ side, type }: OrderDraft): boolean => type === "limit" || side === "BUY";

/** An order against whoever waits at a price: to buy from an ask, to sell to a bid. The rest of the draft stays. */
export const against = (level: { side: Side; price: number }, draft: OrderDraft): OrderDraft => ({
  ...draft,
  type: "limit",
  side: level.side === "SELL" ? "BUY" : "SELL",
  price: level.price.toFixed(2),
});

/** What an order of this side is paid with. */
export const paidWith = (side: Side, certificate: Certificate): Asset => (side === "BUY" ? "EUR" : certificate);

export const availableOf = (balances: readonly BalanceAnswer[], asset: Asset): number =>
  balances.find(({ asset_type }) => asset_type === asset)?.available ?? 0;

/** What is wrong with a draft; empty when it can be sent. `available` is null while it is not known. */
export function faultsOf(draft: OrderDraft, available: number | null): OrderFaults {
  const price = amountOf(draft.price);
  const quantity = amountOf(draft.quantity);
  const faults: OrderFaults = {};
  if (needsPrice(draft) && (price === null || !isWholeCents(price))) faults.price = "A price above 0 in whole cents, such as 71.50.";
  if (quantity === null || !Number.isInteger(quantity)) faults.quantity = "A whole number of certificates above 0.";
  else if (draft.side === "SELL" && available !== null && quantity > available) faults.quantity = "More than you have available.";
  else if (draft.side === "BUY" && available !== null && price !== null && toCents(price * quantity) > toCents(available))
    faults.quantity = "Costs more than you have available.";
  if (draft.postOnly && (draft.type === "market" || draft.timeInForce !== "GTC"))
    faults.post_only = "Only a limit order that is good till cancelled can be post-only.";
  return faults;
}

export function requestOf(draft: OrderDraft): OrderRequest {
  return {
    side: draft.side,
    type: draft.type,
    price: needsPrice(draft) ? amountOf(draft.price) : null,
    quantity: amountOf(draft.quantity) ?? 0,
    time_in_force: draft.type === "market" ? "IOC" : draft.timeInForce,
    post_only: draft.postOnly,
  };
}

/** What the order would trade at once, and what it costs or brings at most. */
export interface Estimate {
  /** EUR to pay or to receive; when part of a market order finds nobody, for the part that trades. */
  total: number;
  /** Certificates that would trade at once. */
  atOnce: number;
  quantity: number;
  /** Mean price of what would trade at once. */
  averagePrice: number | null;
}

/** Walks the other side of the book; null while price or quantity are missing. */
export function estimateOf(draft: OrderDraft, book: BookAnswer | null): Estimate | null {
  const quantity = amountOf(draft.quantity);
  const limit = needsPrice(draft) ? amountOf(draft.price) : null;
  if (quantity === null || (needsPrice(draft) && limit === null)) return null;
  const isBuy = draft.side === "BUY";
  const reachable = (level: BookLevel): boolean => limit === null || (isBuy ? level.price <= limit : level.price >= limit);
  let [atOnce, value] = [0, 0];
  for (const level of ((isBuy ? book?.asks : book?.bids) ?? []).filter(reachable)) {
    const taken = Math.min(level.quantity, quantity - atOnce);
    atOnce += taken;
    value += taken * level.price;
    if (atOnce >= quantity) break;
  }
  const rest = draft.type === "limit" && draft.timeInForce === "GTC" ? (quantity - atOnce) * (limit ?? 0) : 0;
  return { total: toCents(value + rest) / 100, atOnce, quantity, averagePrice: atOnce > 0 ? value / atOnce : null };
}

/** The most certificates that what is available pays for; null without a price to buy at. */
export function mostOf(draft: OrderDraft, available: number): number | null {
  if (draft.side === "SELL") return Math.floor(available);
  const price = amountOf(draft.price);
  return price === null ? null : Math.floor(toCents(available) / toCents(price) + 1e-9);
}

const toCents = (euros: number): number => Math.round(euros * 100);
