import type { LiquidityRiskAnswer } from "../api/contracts";
import { chanceText, pathName } from "./exit-wording";
import { riskKind } from "./risk-wording";

/** Something that could make the translation come out differently. */
export interface OutlookItem {
  title: string;
  text: string;
}

const MOST_RISKS = 3;

/** What could change the picture: warnings, the risks that weigh most, the next best way out, and what had to be assumed. */
export function outlookOf(answer: LiquidityRiskAnswer): OutlookItem[] {
  return [...warnings(answer), ...risks(answer), ...nextWay(answer), ...assumed(answer)];
}

const warnings = ({ risk_warnings: all }: LiquidityRiskAnswer): OutlookItem[] =>
  all.map((warning) => ({ title: "Mind this", text: warning.message }));

function risks({ risk_summary: risk }: LiquidityRiskAnswer): OutlookItem[] {
  const assessed = (risk?.categories ?? []).filter((c) => c.score_0_100 !== null && c.level !== "low");
  return assessed
    .sort((a, b) => b.contribution - a.contribution)
    .slice(0, MOST_RISKS)
    .map((c) => ({ title: riskKind(c.category), text: c.probability_note }));
}

function nextWay({ exit_recommendations: exits }: LiquidityRiskAnswer): OutlookItem[] {
  const [best, next] = exits.filter((exit) => exit.feasible);
  if (!best) return [];
  const closes = `If it is no longer possible to ${lower(pathName(best.path, "retail"))}`;
  const text = next
    ? `${closes}, the next best is to ${lower(pathName(next.path, "retail"))}, with a chance of ${chanceText(next.fill_probability)}.`
    : `${closes}, there is no other way at the moment.`;
  return [{ title: "The way out", text }];
}

const assumed = ({ assumptions }: LiquidityRiskAnswer): OutlookItem[] =>
  assumptions.map((text) => ({ title: "Assumed", text }));

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
