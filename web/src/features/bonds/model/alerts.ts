import { queryString } from "@/lib/http/http-client";
import { type AlertAnswer, type AlertListAnswer, SEVERITIES, type Severity } from "../api/alert-contracts";

/** Which alerts to list; lives in the address. */
export type AlertQuery = Readonly<{ severity: Severity | null; isin: string | null }>;

const ISIN = /^[A-Z]{2}[A-Z0-9]{9}[0-9]$/;

/** An ISIN as somebody may type it; null when it is none. */
export function isinOf(text: string | null): string | null {
  const isin = (text ?? "").trim().toUpperCase();
  return ISIN.test(isin) ? isin : null;
}

export function readAlertQuery(parameters: URLSearchParams): AlertQuery {
  const severity = parameters.get("severity");
  return { severity: SEVERITIES.find((known) => known === severity) ?? null, isin: isinOf(parameters.get("isin")) };
}

export const alertsAddress = (query: AlertQuery): string => "/alerts" + queryString(query);

/** The alerts of each severity, the most urgent first; severities without any are left out. */
export const bySeverity = (alerts: readonly AlertAnswer[]): readonly (readonly [Severity, readonly AlertAnswer[]])[] =>
  SEVERITIES.map((severity) => [severity, alerts.filter((alert) => alert.severity === severity)] as const).filter(([, of]) => of.length > 0);

/** Open alerts that ask for somebody: warnings and worse. */
export const pressing = (counts: Partial<Record<Severity, number>>): number => (counts.critical ?? 0) + (counts.warning ?? 0);

/** The pages with the newest telling of an alert that is on them; one that is not on them changes nothing. */
export const retold = (pages: readonly AlertListAnswer[], alert: AlertAnswer): AlertListAnswer[] =>
  pages.map((page) =>
    page.items.some(({ id }) => id === alert.id)
      ? { ...page, items: page.items.map((item) => (item.id === alert.id ? { ...alert, issuer: alert.issuer ?? item.issuer } : item)) }
      : page,
  );
