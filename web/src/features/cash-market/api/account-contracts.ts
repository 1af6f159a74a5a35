import type { OrderAnswer } from "./order-contracts";

export type Asset = "EUR" | "EUA" | "CEA";

export interface BalanceAnswer {
  asset_type: Asset;
  available: number;
  locked: number;
}

export interface AccountAnswer {
  id: string;
  name: string;
  kind: "CLIENT" | "ASSET_HOLDER" | "LIQUIDITY_PROVIDER";
  balances: BalanceAnswer[];
  orders: OrderAnswer[];
  seq: number;
  as_of: string;
}

/** One change of one asset of an account. */
export interface TransactionAnswer {
  number: number;
  reason: string;
  reference: string;
  asset_type: Asset;
  available: number;
  locked: number;
  available_after: number;
  locked_after: number;
  at: string;
}

export interface TransactionListAnswer {
  items: TransactionAnswer[];
  cursor: string | null;
}
