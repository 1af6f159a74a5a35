/** How near liquidation a health factor is. */
export type Tone = "critical" | "high" | "moderate" | "low" | "unknown";

export interface HealthBand {
  /** Up to which factor. */
  below: number;
  word: string;
  tone: Tone;
  /** Where it ends on the gauge, 0 to 1. */
  end: number;
}

const SAFEST: HealthBand = { below: 3, word: "Far from liquidation", tone: "low", end: 1 };

/** Near 1 a little decides much, so the gauge gives more room to it. */
export const HEALTH_BANDS: readonly HealthBand[] = [
  { below: 1, word: "Can be liquidated", tone: "critical", end: 0.2 },
  { below: 1.1, word: "Very near liquidation", tone: "critical", end: 0.36 },
  { below: 1.2, word: "Near liquidation", tone: "high", end: 0.52 },
  { below: 1.5, word: "Some room", tone: "moderate", end: 0.7 },
  { below: 2, word: "Comfortable", tone: "low", end: 0.85 },
  SAFEST,
];

/** The band that a health factor is in; beyond the last bound it is the last one. */
export const bandOf = (factor: number): HealthBand => HEALTH_BANDS.find(({ below }) => factor < below) ?? SAFEST;

export const toneOf = (factor: number | null): Tone => (factor === null ? "unknown" : bandOf(factor).tone);

/** Where a health factor stands on the gauge, 0 to 1. */
export function gaugeShare(factor: number): number {
  let [low, start] = [0, 0];
  for (const { below, end } of HEALTH_BANDS) {
    if (factor < below) return start + ((Math.max(factor, low) - low) / (below - low)) * (end - start);
    [low, start] = [below, end];
  }
  return 1;
}

/** What a wallet's health is called: of its debts, or that there are none. */
export function healthWord(factor: number | null, isDebtFree: boolean): string {
  if (isDebtFree) return "No debt";
  return factor === null ? "Not known" : bandOf(factor).word;
}

/** The colour of a tone; what is written in words stands beside it. */
export const colorOf = (tone: Tone): string => (tone === "unknown" ? "var(--line-strong)" : `var(--risk-${tone})`);
