import type { Asset } from "./account-contracts";
import type { MakerType } from "./maker-contracts";
import type { Certificate, Side } from "./market-contracts";
import type { CertificatePlanAnswer } from "./preview-contracts";

export const OPERATION_STATUSES = [
  "awaiting_approval", "running", "completed", "rejected", "expired", "stopped", "rolling_back", "rolled_back", "needs_attention",
] as const;
export type OperationStatus = (typeof OPERATION_STATUSES)[number];

/** Liquidity being created or withdrawn. */
export interface OperationAnswer {
  id: string;
  ticket_id: string | null;
  kind: "creation" | "withdrawal";
  status: OperationStatus;
  step: string;
  percent: number;
  certificate_types: Certificate[];
  target_bid_liquidity_eur: number;
  target_ask_liquidity_eur: number;
  actual_bid_liquidity_eur: number;
  actual_ask_liquidity_eur: number;
  orders_created: number;
  requested_by: string;
  created_at: string;
  deadline: string | null;
  decided_by: string | null;
  finished_at: string | null;
  reason: string | null;
  notes: string | null;
  status_url: string;
}

export interface OperationListAnswer {
  items: OperationAnswer[];
  cursor: string | null;
}

export interface OperationOrderAnswer {
  id: string;
  certificate_type: Certificate;
  mm_id: string;
  side: Side;
  price: number;
  quantity: number;
  remaining: number;
  status: "open" | "done" | "cancelled";
}

export interface OperationStepAnswer {
  /** recheck, reserve, place, record or cancel, with the certificate and the market maker that it concerns: "reserve EUA for North LP". */
  name: string;
  status: "pending" | "started" | "done" | "failed";
  at: string;
  detail: string | null;
  undo: "done" | "failed" | null;
  undo_detail: string | null;
}

export interface TicketAnswer {
  ticket_id: string;
  step: string;
  actor: string;
  at: string;
  detail: string;
}

export interface OperationDetailAnswer {
  operation: OperationAnswer;
  plans: CertificatePlanAnswer[];
  market_makers_used: { id: string; name: string; type: MakerType; asset_type: Asset; amount: number }[];
  orders: OperationOrderAnswer[];
  steps: OperationStepAnswer[];
  tickets: TicketAnswer[];
  differences: string[];
  decision_comment: string | null;
}
