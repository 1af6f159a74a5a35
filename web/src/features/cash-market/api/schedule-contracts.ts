import type { Certificate } from "./market-contracts";
import type { Distribution } from "./preview-contracts";

export interface ScheduleRequest {
  name: string;
  /** Minute, hour, day, month and weekday, UTC. */
  cron: string;
  certificate_type: Certificate;
  bid_amount_eur: number;
  ask_amount_eur: number;
  distribution: Distribution;
  is_active: boolean;
}

/** Liquidity that is created again and again. */
export interface ScheduleAnswer extends ScheduleRequest {
  id: string;
  created_by: string;
  next_run_at: string | null;
  last_run_at: string | null;
  last_operation_id: string | null;
  last_outcome: string | null;
}

export interface ScheduleListAnswer {
  items: ScheduleAnswer[];
}
