import { amountOf } from "@/lib/format/typed";
import type { ProvisionRequest } from "../api/maker-contracts";
import type { CertificatePlanAnswer, MissingAssetAnswer, PriceLevelAnswer } from "../api/preview-contracts";
import { centsOf } from "./book";

export interface AxisLevel {
  side: "bid" | "ask";
  price: number;
  quantity: number;
  percentage: number;
  /** Place between the lowest and the highest price, 0 to 1. */
  at: number;
  /** Quantity relative to the largest level, 0 to 1. */
  size: number;
}

export interface PriceAxis {
  /** Highest price first. */
  levels: AxisLevel[];
  /** Place of the reference price, 0 to 1; null without one. */
  reference: number | null;
}

/** The levels of both sides on one axis of prices. Levels that share a price are drawn as one. */
export function priceAxis(plan: CertificatePlanAnswer): PriceAxis {
  const levels = [...merged(plan.ask_plan?.price_levels ?? [], "ask"), ...merged(plan.bid_plan?.price_levels ?? [], "bid")].sort((a, b) => b.price - a.price);
  const prices = [...levels.map(({ price }) => price), ...(plan.reference_price === null ? [] : [plan.reference_price])];
  const [low, high] = [Math.min(...prices), Math.max(...prices)];
  const place = (price: number): number => (high === low ? 0.5 : (price - low) / (high - low));
  const most = Math.max(...levels.map(({ quantity }) => quantity), 1);
  return {
    levels: levels.map((level) => ({ ...level, at: place(level.price), size: level.quantity / most })),
    reference: plan.reference_price === null ? null : place(plan.reference_price),
  };
}

function merged(levels: readonly PriceLevelAnswer[], side: "bid" | "ask"): AxisLevel[] {
  const byPrice = new Map<number, AxisLevel>();
  for (const { price, quantity, percentage } of levels) {
    const known = byPrice.get(centsOf(price));
    byPrice.set(centsOf(price), {
      side, price, at: 0, size: 0, quantity: quantity + (known?.quantity ?? 0), percentage: percentage + (known?.percentage ?? 0),
    });
  }
  return [...byPrice.values()];
}

/** How many market makers may be created at once. */
const MOST_MAKERS = 100;

/** How many market makers to create, from what is typed; null when that is no such number. */
export function makerCountOf(text: string): number | null {
  const count = amountOf(text);
  return count !== null && Number.isInteger(count) && count <= MOST_MAKERS ? count : null;
}

/** Brings in just what is missing: to so many new market makers, or with null to those there are. Certificates come whole, euros in cents. */
export function provisionOf({ side, asset_type, certificate_type, shortfall }: MissingAssetAnswer, count: number | null): ProvisionRequest {
  const amount = asset_type === "EUR" ? Math.ceil(shortfall * 100 - 1e-6) / 100 : Math.ceil(shortfall - 1e-9);
  return {
    action: count === null ? "fund_existing" : "create_new",
    mm_type: side === "BUY" ? "LIQUIDITY_PROVIDER" : "ASSET_HOLDER",
    amount,
    ...(count !== null && { count }),
    ...(side === "SELL" && { certificate_type }),
  };
}

/** What the market makers of plans are called, by identifier. */
export const makerNames = (plans: readonly CertificatePlanAnswer[]): ReadonlyMap<string, string> =>
  new Map(plans.flatMap(({ bid_plan, ask_plan }) => [...(bid_plan?.mms ?? []), ...(ask_plan?.mms ?? [])]).map(({ id, name }) => [id, name]));

const SOURCES: Record<string, string> = {
  midpoint: "the midpoint of other people's best bid and ask",
  last_trade: "the last trade",
  default: "the configured default",
};

export const sourceText = (source: string | null): string => (source === null ? "no reference" : (SOURCES[source] ?? source.replaceAll("_", " ")));

/** Seconds that are left until an instant; 0 when it has passed. */
export const secondsUntil = (instant: string, now: number): number => Math.max(0, Math.ceil((Date.parse(instant) - now) / 1_000));

/** Time that is left, as a clock shows it: 1:05. */
export const clockText = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
