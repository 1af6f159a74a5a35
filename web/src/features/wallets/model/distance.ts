import type { LiquidationPriceAnswer } from "../api/risk-contracts";
import { bandOf, type Tone } from "./health";

/** A stretch of prices: where it stands now and where liquidation begins, both 0 to 1 from left to right. */
export interface Stretch {
  now: number;
  liquidation: number;
}

const WIDEST_RISE = 1;

/** Falling prices are drawn from nothing to the price now; rising ones from the price now to twice it, or beyond where that is needed. */
export function stretchOf({ side, change }: LiquidationPriceAnswer): Stretch | null {
  if (change === null) return null;
  if (side === "collateral") return { now: 1, liquidation: clamp(1 + change) };
  const widest = Math.max(WIDEST_RISE, change * 1.15);
  return { now: 0, liquidation: clamp(change / widest) };
}

/** How near a liquidation is by the price of one token: by its distance as if all collateral were that token. */
export const toneOfChange = (change: number): Tone => bandOf(change < 0 ? 1 / Math.max(1e-9, 1 + change) : 1 + change).tone;

/** The nearest first; those that no price of one token alone liquidates are left out. */
export const reachable = (prices: readonly LiquidationPriceAnswer[]): LiquidationPriceAnswer[] =>
  prices.filter(({ liquidation_price_usd }) => liquidation_price_usd !== null).sort((a, b) => Math.abs(a.change ?? 0) - Math.abs(b.change ?? 0));

/** Tokens whose price alone liquidates nothing. */
export const unreachable = (prices: readonly LiquidationPriceAnswer[]): LiquidationPriceAnswer[] =>
  prices.filter(({ liquidation_price_usd }) => liquidation_price_usd === null);

/** What a distance in daily volatilities means. */
export function sigmaWords(sigma: number | null): string {
  if (sigma === null) return "volatility not known";
  const size = Math.abs(sigma);
  return size < 0.1 ? "within a day's usual move" : `${size < 10 ? size.toFixed(1) : Math.round(size)} daily volatilities away`;
}

const clamp = (share: number): number => Math.min(1, Math.max(0, share));
