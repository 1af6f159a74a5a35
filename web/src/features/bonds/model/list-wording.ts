import { formatDuration } from "@/lib/format/dates";
import type { Severity } from "../api/alert-contracts";
import type { ListedRisk } from "../api/contracts";
import { plain } from "./wording";

export const RISK_WORDS: Record<ListedRisk, string> = { low: "Low", moderate: "Moderate", high: "High", critical: "Critical" };

export const SEVERITY_WORDS: Record<Severity, string> = { critical: "Critical", warning: "Warning", info: "Note" };

const PATHS: Record<string, string> = {
  market_maker: "Market maker",
  auction: "Auction",
  rfq_batch: "Quote request",
  tokenized_p2p: "Crossing",
  all: "All ways out",
};
export const pathName = (path: string): string => PATHS[path] ?? plain(path);

const ALERT_TYPES: Record<string, string> = {
  liquidity_drop: "Liquidity drop",
  level_change: "Change of level",
  market_maker_offline: "Market maker offline",
  no_exit_path: "No way out",
  high_risk: "High risk",
  critical_risk: "Critical risk",
  stale_data: "Old data",
  data_quality: "Data quality",
};
export const alertTypeName = (type: string): string => ALERT_TYPES[type] ?? plain(type);

/** Minutes as a person says them: 45 min, 4 h, 3 days. */
export const minutesText = (minutes: number | null | undefined): string => formatDuration(minutes == null ? null : Math.round(minutes) * 60);
