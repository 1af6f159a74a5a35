import { queryString } from "@/lib/http/http-client";
import { type Level, LEVELS } from "../api/contracts";

export const SORTS = ["index", "spread", "volume", "maturity", "issuer"] as const;
export type Sort = (typeof SORTS)[number];
export type Order = "asc" | "desc";

/** What to list; lives in the address, so that a view can be shared and Back returns to it. */
export type ListQuery = Readonly<{ sort: Sort; order: Order; level: Level | null; currency: string | null; q: string }>;

/** The order a reader expects first: the most liquid, the tightest, the soonest, A to Z. */
export const FIRST_ORDER: Record<Sort, Order> = { index: "desc", spread: "asc", volume: "desc", maturity: "asc", issuer: "asc" };

const oneOf = <T extends string>(values: readonly T[], text: string | null): T | null => values.find((v) => v === text) ?? null;

/** Reads the address; what is not understood is left at its default. */
export function readListQuery(parameters: URLSearchParams): ListQuery {
  const sort = oneOf(SORTS, parameters.get("sort")) ?? "index";
  const currency = parameters.get("currency");
  return {
    sort,
    order: oneOf(["asc", "desc"] as const, parameters.get("order")) ?? FIRST_ORDER[sort],
    level: oneOf(LEVELS, parameters.get("level")),
    currency: currency && /^[A-Z]{3}$/.test(currency) ? currency : null,
    q: (parameters.get("q") ?? "").slice(0, 100),
  };
}

/** The address of a view; defaults are left out. */
export function listAddress(query: ListQuery): string {
  const { sort, order, level, currency, q } = query;
  const isFirst = order === FIRST_ORDER[sort];
  return "/" + queryString({ q, level, currency, sort: sort === "index" && isFirst ? null : sort, order: isFirst ? null : order });
}

/** Sorting by a column: first in its expected order, then the other way round. */
export function sortBy(query: ListQuery, sort: Sort): ListQuery {
  const order = query.sort !== sort ? FIRST_ORDER[sort] : query.order === "asc" ? "desc" : "asc";
  return { ...query, sort, order };
}

export const isFiltered = (query: ListQuery): boolean => query.q !== "" || query.level !== null || query.currency !== null;
