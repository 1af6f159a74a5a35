import type { Certificate, Side } from "./market-contracts";

export type OrderType = "limit" | "market";
export type TimeInForce = "GTC" | "IOC" | "FOK";
export type OrderStatus = "open" | "partially_filled" | "filled" | "cancelled";

export interface OrderRequest {
  side: Side;
  type: OrderType;
  price: number | null;
  quantity: number;
  time_in_force: TimeInForce;
  post_only: boolean;
}

export interface ReplaceOrderRequest {
  price?: number;
  quantity?: number;
  /** What the reader believes is left; refused when a trade has changed it. */
  if_remaining: number;
}

export interface OrderAnswer {
  id: string;
  certificate_type: Certificate;
  side: Side;
  type: OrderType;
  price: number | null;
  quantity: number;
  filled: number;
  remaining: number;
  average_price: number | null;
  status: OrderStatus;
  reason: string | null;
  time_in_force: TimeInForce;
  post_only: boolean;
  placed_at: string;
  updated_at: string;
}

export interface OrderListAnswer {
  certificate_type: Certificate;
  /** Those that wait first, then the done ones; newest first. */
  items: OrderAnswer[];
}
