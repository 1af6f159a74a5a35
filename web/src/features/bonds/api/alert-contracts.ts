/** Severities of alerts, the most urgent first. */
export const SEVERITIES = ["critical", "warning", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** An alert about a bond; also what arrives on `lr.{isin}.alerts`. */
export interface AlertAnswer {
  id: string;
  isin: string;
  issuer: string | null;
  alert_type: string;
  severity: Severity;
  state: "active" | "acknowledged" | "resolved";
  message: string;
  timestamp: string;
  acknowledged_by: string | null;
  acknowledged_at: string | null;
  resolved_at: string | null;
}

export interface AlertListAnswer {
  items: AlertAnswer[];
  total: number;
  next_cursor: string | null;
  by_severity: Partial<Record<Severity, number>>;
}
