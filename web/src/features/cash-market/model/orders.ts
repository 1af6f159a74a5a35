import { formatAmount, formatPrice } from "@/lib/format/numbers";
import { amountOf, isWholeCents } from "@/lib/format/typed";
import type { Certificate, Side } from "../api/market-contracts";
import type { OrderAnswer, ReplaceOrderRequest } from "../api/order-contracts";
import { centsOf } from "./book";

export const isOpen = ({ status }: OrderAnswer): boolean => status === "open" || status === "partially_filled";

export const SIDE_WORDS: Record<Side, string> = { BUY: "Buy", SELL: "Sell" };

const REASONS: Record<string, string> = {
  book_exhausted: "nobody left to trade with",
  immediate_or_cancel: "the rest did not trade at once",
  fill_or_kill: "not all of it could trade at once",
  self_trade: "would have traded with yourself",
};

/** How an order stands, in words. */
export function statusText({ status, reason, filled, quantity }: OrderAnswer): string {
  switch (status) {
    case "open":
      return "Waits";
    case "partially_filled":
      return `${formatAmount(filled)} of ${formatAmount(quantity)} traded`;
    case "filled":
      return "Traded";
    case "cancelled": {
      const why = reason === null ? "" : reason === "requested" ? " by you" : `: ${REASONS[reason] ?? reason.replaceAll("_", " ")}`;
      return filled > 0 ? `${formatAmount(filled)} traded, rest cancelled${why}` : `Cancelled${why}`;
    }
  }
}

const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** What became of an order that was just placed. */
export function placedText(order: OrderAnswer): string {
  const what = `${SIDE_WORDS[order.side]} order for ${formatAmount(order.quantity)} ${order.certificate_type}`;
  const traded = order.filled > 0 ? `${formatAmount(order.filled)} traded at ${formatPrice(order.average_price)}` : "";
  const rest = isOpen(order) ? `${formatAmount(order.remaining)} wait at ${formatPrice(order.price)}` : order.status === "cancelled" ? lowered(statusText(order)) : "";
  return `${what}: ${[traded, order.filled > 0 && order.status === "cancelled" ? "rest cancelled" : rest].filter(Boolean).join(", ")}.`;
}

/** A list of orders with newer tellings of some of them; those that wait first, newest first. */
export function withOrders(known: readonly OrderAnswer[], told: readonly OrderAnswer[], certificate: Certificate): OrderAnswer[] {
  const byId = new Map(known.map((order) => [order.id, order]));
  for (const order of told) {
    const old = byId.get(order.id);
    if (order.certificate_type === certificate && (!old || Date.parse(order.updated_at) >= Date.parse(old.updated_at))) byId.set(order.id, order);
  }
  return [...byId.values()].sort((a, b) => Number(isOpen(b)) - Number(isOpen(a)) || Date.parse(b.placed_at) - Date.parse(a.placed_at));
}

/** How much of the reader's own waits at each price in cents. */
export function ownLevels(orders: readonly OrderAnswer[]): ReadonlyMap<number, number> {
  const levels = new Map<number, number>();
  for (const { price, remaining } of orders.filter(isOpen)) {
    if (price !== null) levels.set(centsOf(price), (levels.get(centsOf(price)) ?? 0) + remaining);
  }
  return levels;
}

/** A replacement from what is typed; null when a figure is none. What stays as it is is not sent, so that the order keeps its place. */
export function replacementOf(order: OrderAnswer, price: string, quantity: string): ReplaceOrderRequest | null {
  const [newPrice, newQuantity] = [amountOf(price), amountOf(quantity)];
  if (newPrice === null || !isWholeCents(newPrice) || newQuantity === null || !Number.isInteger(newQuantity)) return null;
  return {
    ...(order.price === null || centsOf(newPrice) !== centsOf(order.price) ? { price: newPrice } : {}),
    ...(newQuantity !== order.remaining ? { quantity: newQuantity } : {}),
    if_remaining: order.remaining,
  };
}

/** Whether a replacement sends the order to the end of the queue. */
export const losesPlace = (order: OrderAnswer, { price, quantity }: ReplaceOrderRequest): boolean =>
  price !== undefined || (quantity !== undefined && quantity > order.remaining);
