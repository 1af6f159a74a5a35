import type { WalletSummaryAnswer, WalletUpdatePayload } from "../api/contracts";

/** Whether news speak for a later analysis than a summary. */
export const isNewer = (news: WalletUpdatePayload | null, summary: WalletSummaryAnswer): boolean =>
  news !== null && Date.parse(news.as_of) > Date.parse(summary.as_of);

/** A summary with what newer news say; the rest stays as it was. */
export function withNews(summary: WalletSummaryAnswer, news: WalletUpdatePayload | null): WalletSummaryAnswer {
  if (news === null || !isNewer(news, summary)) return summary;
  const { as_of, headline, risk_level, health, net_worth_usd, collateral_usd, borrowed_usd } = news;
  return { ...summary, as_of, headline, risk_level, health, totals: { ...summary.totals, net_worth_usd, collateral_usd, borrowed_usd } };
}
