import { queryString } from "@/lib/http/http-client";
import { SEVERITIES, type Severity } from "../api/alert-contracts";
import { type Level, LEVELS, LISTED_RISKS, type ListedRisk } from "../api/contracts";

export const SORTS = ["index", "risk", "alert", "exit", "spread", "volume", "maturity", "issuer"] as const;
export type Sort = (typeof SORTS)[number];
export type Order = "asc" | "desc";

/** What to list; lives in the address, so that a view can be shared and Back returns to it. */
export type ListQuery = Readonly<{
  sort: Sort;
  order: Order;
  level: Level | null;
  risk: ListedRisk | null;
  /** Only bonds with an open alert of at least this severity. */
  alert: Severity | null;
  currency: string | null;
  q: string;
}>;

/** The order a reader expects first: the most liquid, the riskiest, the most urgent, the fastest, the tightest, the soonest, A to Z. */
export const FIRST_ORDER: Record<Sort, Order> = {
  index: "desc", risk: "desc", alert: "desc", exit: "asc", spread: "asc", volume: "desc", maturity: "asc", issuer: "asc",
};

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null => values.find((v) => v === text) ?? null;

/** Reads the address; what is not understood is left at its default. */
export function readListQuery(parameters: URLSearchParams): ListQuery {
  const sort = oneOf(SORTS, parameters.get("sort")) ?? "index";
  const currency = parameters.get("currency");
  return {
    sort,
    order: oneOf(["asc", "desc"] as const, parameters.get("order")) ?? FIRST_ORDER[sort],
    level: oneOf(LEVELS, parameters.get("level")),
    risk: oneOf(LISTED_RISKS, parameters.get("risk")),
    alert: oneOf(SEVERITIES, parameters.get("alert")),
    currency: currency && /^[A-Z]{3}$/.test(currency) ? currency : null,
    q: (parameters.get("q") ?? "").slice(0, 100),
  };
}

/** The address of a view; defaults are left out. */
export function listAddress(query: ListQuery): string {
  const { sort, order, q, level, risk, alert, currency } = query;
  const isFirst = order === FIRST_ORDER[sort];
  const ranking = { sort: sort === "index" && isFirst ? null : sort, order: isFirst ? null : order };
  return "/" + queryString({ q, level, risk, alert, currency, ...ranking });
}

/** Sorting by a column: first in its expected order, then the other way round. */
export function sortBy(query: ListQuery, sort: Sort): ListQuery {
  const order = query.sort !== sort ? FIRST_ORDER[sort] : query.order === "asc" ? "desc" : "asc";
  return { ...query, sort, order };
}

/** The same ranking over all bonds. */
export const unfiltered = (query: ListQuery): ListQuery => ({ ...query, q: "", level: null, risk: null, alert: null, currency: null });

export const isFiltered = (query: ListQuery): boolean => listAddress(query) !== listAddress(unfiltered(query));
