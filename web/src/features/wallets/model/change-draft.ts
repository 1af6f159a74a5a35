import { amountOf } from "@/lib/format/typed";
import type { ProtocolPositionAnswer, TokenBalanceAnswer } from "../api/position-contracts";
import type { ChangeType, WalletChangeRequest } from "../api/rescue-contracts";

/** A change as it is being typed. */
export interface ChangeDraft {
  key: number;
  type: ChangeType;
  protocol: string;
  asset: string;
  /** Tokens, or for a price shock the change in percent. */
  figure: string;
  fromOutside: boolean;
}

export type ChangeFaults = Partial<Record<"protocol" | "asset" | "figure", string>>;

export const TYPE_WORDS: Record<ChangeType, string> = {
  repay: "Repay debt", deposit: "Supply more", withdraw: "Take collateral back", borrow: "Borrow more", price_shock: "A price moves",
};

/** Only tokens that enter a protocol can come from outside the wallet. */
export const mayComeFromOutside = (type: ChangeType): boolean => type === "repay" || type === "deposit";

export const newDraft = (key: number, protocol: string): ChangeDraft =>
  ({ key, type: "price_shock", protocol, asset: "", figure: key === 0 ? "-20" : "", fromOutside: true });

const percentOf = (text: string): number | null => {
  const value = Number(text.trim().replace("−", "-").replace(/\s*%$/, "").replace(/^\+/, ""));
  return text.trim() !== "" && Number.isFinite(value) ? value : null;
};

/** What is wrong with a draft, in words. */
export function changeFaults({ type, protocol, asset, figure }: ChangeDraft): ChangeFaults {
  if (type === "price_shock") {
    const percent = percentOf(figure);
    return percent !== null && percent > -100 && percent <= 10_000 && percent !== 0 ? {} : { figure: "A change in percent, such as -20." };
  }
  return {
    ...(protocol === "" && { protocol: "Choose a position." }),
    ...(asset.trim() === "" && { asset: "Name a token, such as WETH." }),
    ...(amountOf(figure) === null && { figure: "A number of tokens above 0." }),
  };
}

/** The change that a draft without faults asks for. */
export function changeOf({ type, protocol, asset, figure, fromOutside }: ChangeDraft): WalletChangeRequest {
  const token = asset.trim();
  if (type === "price_shock") return { type, ...(token !== "" && { asset: token }), change: (percentOf(figure) ?? 0) / 100 };
  return { type, protocol, asset: token, amount: amountOf(figure) ?? 0, ...(mayComeFromOutside(type) && { from_outside: fromOutside }) };
}

/** Tokens that a change of this kind is likely about. */
export function likelyAssets(type: ChangeType, protocol: string, positions: readonly ProtocolPositionAnswer[], balances: readonly TokenBalanceAnswer[]): string[] {
  const here = positions.filter((position) => type === "price_shock" || position.protocol === protocol);
  const supplied = here.flatMap((position) => position.supplied.map(({ asset }) => asset));
  const owed = here.flatMap((position) => position.borrowed.map(({ asset }) => asset));
  const free = balances.map(({ asset }) => asset);
  const by: Record<ChangeType, string[]> = {
    repay: owed, withdraw: supplied, deposit: [...free, ...supplied], borrow: [...owed, "USDC", "USDT", "DAI", "WETH"], price_shock: [...supplied, ...owed, ...free],
  };
  return [...new Set(by[type])];
}
