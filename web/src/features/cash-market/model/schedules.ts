import type { ScheduleAnswer, ScheduleRequest } from "../api/schedule-contracts";
import type { Certificate } from "../api/market-contracts";
import type { Distribution } from "../api/preview-contracts";
import { eurosOf } from "./liquidity-draft";

/** A schedule as it is being written. */
export interface ScheduleDraft {
  name: string;
  cron: string;
  certificate: Certificate;
  bid: string;
  ask: string;
  distribution: Distribution;
}

export const EMPTY_SCHEDULE: ScheduleDraft = { name: "", cron: "0 7 * * 1-5", certificate: "EUA", bid: "", ask: "", distribution: "standard" };

/** Usual times, UTC. */
export const USUAL_TIMES: readonly { cron: string; text: string }[] = [
  { cron: "0 7 * * 1-5", text: "Weekdays at 07:00" },
  { cron: "0 * * * 1-5", text: "Every hour on weekdays" },
  { cron: "30 14 * * *", text: "Daily at 14:30" },
];

export type ScheduleFaults = Partial<Record<"name" | "cron" | "bid_amount_eur" | "ask_amount_eur", string>>;

/** What is wrong with a draft; empty when it can be saved. */
export function scheduleFaults({ name, cron, bid, ask }: ScheduleDraft): ScheduleFaults {
  const faults: ScheduleFaults = {};
  if (name.trim() === "") faults.name = "A name of at most 100 characters.";
  if (cron.trim().split(/\s+/).length !== 5) faults.cron = "Five fields: minute, hour, day, month, weekday.";
  if (eurosOf(bid) === null) faults.bid_amount_eur = "An amount in EUR, such as 50,000.";
  if (eurosOf(ask) === null) faults.ask_amount_eur = "An amount in EUR, such as 50,000.";
  if (eurosOf(bid) === 0 && eurosOf(ask) === 0) faults.bid_amount_eur = "Say how much to bid or to ask for.";
  return faults;
}

export const scheduleOf = ({ name, cron, certificate, bid, ask, distribution }: ScheduleDraft): ScheduleRequest => ({
  name: name.trim(), cron: cron.trim(), certificate_type: certificate, bid_amount_eur: eurosOf(bid) ?? 0, ask_amount_eur: eurosOf(ask) ?? 0, distribution, is_active: true,
});

/** A saved schedule as a request, to be saved with a change. */
export const scheduleRequestOf = (s: ScheduleAnswer): ScheduleRequest => ({
  name: s.name, cron: s.cron, certificate_type: s.certificate_type, bid_amount_eur: s.bid_amount_eur, ask_amount_eur: s.ask_amount_eur,
  distribution: s.distribution, is_active: s.is_active,
});
