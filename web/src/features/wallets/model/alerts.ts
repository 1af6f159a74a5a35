import type { WalletAlertAnswer, WalletAlertListAnswer } from "../api/alert-contracts";

/** Open alerts first, then those that were closed, the newest of them first. */
export function splitAlerts(items: readonly WalletAlertAnswer[]): { open: WalletAlertAnswer[]; closed: WalletAlertAnswer[] } {
  const open = items.filter(({ resolved_at }) => resolved_at === null);
  const closed = items.filter(({ resolved_at }) => resolved_at !== null);
  return { open, closed: closed.sort((a, b) => (b.resolved_at ?? "").localeCompare(a.resolved_at ?? "")) };
}

/**
 * A list as its topic tells it now. The topic tells open alerts alone and leaves rescues out, so that closed alerts and known rescues are
 * kept. Of an older telling nothing is taken.
 */
export function retold(known: WalletAlertListAnswer, told: WalletAlertListAnswer): WalletAlertListAnswer {
  if (told.seq < known.seq) return known;
  const before = new Map(known.items.map((alert) => [alert.id, alert]));
  const names = new Set(told.items.map(({ id }) => id));
  const open = told.items.map((alert) => ({ ...alert, rescue: alert.rescue ?? before.get(alert.id)?.rescue ?? null }));
  return { ...told, items: [...open, ...known.items.filter(({ id, resolved_at }) => resolved_at !== null && !names.has(id))] };
}
