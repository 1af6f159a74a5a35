import type { Asset } from "../api/account-contracts";
import type { MakerType, MarketMakerAnswer, MarketMakerRequest } from "../api/maker-contracts";
import { amountOf, isWholeCents } from "@/lib/format/typed";

export const TYPE_WORDS: Record<MakerType, string> = { LIQUIDITY_PROVIDER: "Liquidity provider", ASSET_HOLDER: "Asset holder" };
export const TYPE_BADGES: Record<MakerType, string> = { LIQUIDITY_PROVIDER: "LP", ASSET_HOLDER: "AH" };

/** What a market maker of a type quotes with, and may be funded with. */
export const assetsOf = (type: MakerType): readonly Asset[] => (type === "LIQUIDITY_PROVIDER" ? ["EUR"] : ["CEA", "EUA"]);

/** What it has earned by trading: assets that it does not quote with. */
export const earnedBy = ({ balances, mm_type }: MarketMakerAnswer) =>
  balances.filter(({ asset_type, available, locked }) => !assetsOf(mm_type).includes(asset_type) && available + locked > 0);

export const balanceOf = ({ balances }: MarketMakerAnswer, asset: Asset): { available: number; locked: number } =>
  balances.find(({ asset_type }) => asset_type === asset) ?? { available: 0, locked: 0 };

export const openOrdersOf = ({ open_orders }: MarketMakerAnswer): number => Object.values(open_orders).reduce((sum, count) => sum + count, 0);

/** What a transaction is for, with the first figures of a long identifier. */
export const referenceText = (reference: string): string => reference.replace(/\b([0-9a-f]{8})[0-9a-f]{24}\b/, "$1");

/** A market maker as it is being created. */
export interface MakerDraft {
  name: string;
  type: MakerType;
  owner: string;
  balances: Record<Asset, string>;
}

export const EMPTY_MAKER: MakerDraft = { name: "", type: "LIQUIDITY_PROVIDER", owner: "", balances: { EUR: "", EUA: "", CEA: "" } };

/** An amount of an asset: euros in whole cents, certificates whole; 0 when nothing is typed, null when it is none. */
export function assetAmountOf(text: string, asset: Asset): number | null {
  if (text.trim() === "") return 0;
  const isMinus = /^\s*[-−]/.test(text);
  const amount = amountOf(text.replace(/^\s*[-−]/, ""));
  if (amount === null || !(asset === "EUR" ? isWholeCents(amount) : Number.isInteger(amount))) return null;
  return isMinus ? -amount : amount;
}

/** The request that a draft makes; null while something is wrong with it. Only balances that fit the type are sent. */
export function makerRequestOf({ name, type, owner, balances }: MakerDraft): MarketMakerRequest | null {
  const amounts = assetsOf(type).map((asset) => [asset, assetAmountOf(balances[asset], asset)] as const);
  if (name.trim() === "" || amounts.some(([, amount]) => amount === null || amount < 0)) return null;
  const known = Object.fromEntries(amounts.filter(([, amount]) => amount !== 0)) as Partial<Record<Asset, number>>;
  const { EUR, ...certificates } = known;
  return {
    name: name.trim(),
    mm_type: type,
    ...(EUR !== undefined && { initial_eur_balance: EUR }),
    ...(type === "ASSET_HOLDER" && { initial_balances: certificates }),
    ...(owner.trim() !== "" && { beneficial_owner: owner.trim() }),
  };
}
