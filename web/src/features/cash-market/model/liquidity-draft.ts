import { amountOf, isWholeCents } from "@/lib/format/typed";
import { type Certificate, CERTIFICATES } from "../api/market-contracts";
import type { Distribution, LiquidityItemRequest, LiquidityPreviewRequest, SuggestedActionAnswer } from "../api/preview-contracts";

export type AmountSide = "bid" | "ask";

/** Liquidity as it is being asked for. */
export interface LiquidityDraft {
  certificates: "EUA" | "CEA" | "both";
  amounts: Record<Certificate, Record<AmountSide, string>>;
  distribution: Distribution;
  allowDefault: boolean;
}

const NONE = { bid: "", ask: "" };

export const EMPTY_LIQUIDITY: LiquidityDraft = { certificates: "EUA", amounts: { EUA: NONE, CEA: NONE }, distribution: "standard", allowDefault: false };

export const chosenOf = ({ certificates }: LiquidityDraft): readonly Certificate[] => (certificates === "both" ? CERTIFICATES : [certificates]);

export const withAmount = (draft: LiquidityDraft, certificate: Certificate, side: AmountSide, text: string): LiquidityDraft => ({
  ...draft,
  amounts: { ...draft.amounts, [certificate]: { ...draft.amounts[certificate], [side]: text } },
});

/** An amount in EUR, 0 when nothing is typed; null when what is typed is no amount. */
export function eurosOf(text: string): number | null {
  if (/^\s*0*(\.0*)?\s*$/.test(text)) return 0;
  const amount = amountOf(text);
  return amount !== null && isWholeCents(amount) ? amount : null;
}

/** What is wrong with an amount; null when nothing is. */
export const amountFault = (text: string): string | null => (eurosOf(text) === null ? "An amount in EUR, such as 100,000." : null);

/** What is wrong as a whole; null when it can be previewed. */
export function draftFault(draft: LiquidityDraft): string | null {
  const amounts = chosenOf(draft).map((certificate) => draft.amounts[certificate]);
  if (amounts.some(({ bid, ask }) => eurosOf(bid) === null || eurosOf(ask) === null)) return "An amount is not understood.";
  const isEmpty = amounts.some(({ bid, ask }) => eurosOf(bid) === 0 && eurosOf(ask) === 0);
  return isEmpty ? "Say how much to bid or to ask for, for each certificate." : null;
}

const itemOf = (draft: LiquidityDraft, certificate: Certificate): LiquidityItemRequest => ({
  certificate_type: certificate,
  bid_amount_eur: eurosOf(draft.amounts[certificate].bid) ?? 0,
  ask_amount_eur: eurosOf(draft.amounts[certificate].ask) ?? 0,
});

export function previewRequestOf(draft: LiquidityDraft): LiquidityPreviewRequest {
  const items = chosenOf(draft).map((certificate) => itemOf(draft, certificate));
  const [only] = items;
  const amounts = items.length === 1 && only ? only : { items };
  return { ...amounts, distribution: draft.distribution, allow_default_reference: draft.allowDefault };
}

/** The draft with the amounts that the market makers can pay for. */
export function reduced(draft: LiquidityDraft, actions: readonly SuggestedActionAnswer[]): LiquidityDraft {
  return actions
    .filter(({ action }) => action === "reduce_amount")
    .reduce((known, { certificate_type, side, amount }) => withAmount(known, certificate_type, side === "BUY" ? "bid" : "ask", String(amount)), draft);
}
