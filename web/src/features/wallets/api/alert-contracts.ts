import type { RescueAnswer } from "./rescue-contracts";

export type WalletAlertSeverity = "critical" | "warning";

/** Something about a wallet that its owner should look at. */
export interface WalletAlertAnswer {
  id: string;
  wallet_address: string;
  kind: string;
  severity: WalletAlertSeverity;
  message: string;
  recommendations: string[];
  value: number;
  limit: number;
  subject: string | null;
  raised_at: string;
  seen_at: string;
  resolved_at: string | null;
  resolved_reason: string | null;
  resolved_by: string | null;
  rescue: RescueAnswer | null;
}

/** A wallet's alerts; also what arrives on `wallet.{address}.alerts`. */
export interface WalletAlertListAnswer {
  wallet_address: string;
  items: WalletAlertAnswer[];
  seq: number;
}
