import type { OracleToleranceAnswer } from "../api/risk-contracts";

/** By how much a price feed for wstETH was wrong on 10 March 2026, in basis points. */
export const KNOWN_ERROR = 285;

const WIDEST = 5_000;

/** Where an error stands on the scale, 0 to 1: even by ratio, since feeds err by little more often than by much. */
export const errorShare = (basisPoints: number): number => Math.min(1, Math.log1p(Math.max(0, basisPoints) / 50) / Math.log1p(WIDEST / 50));

/** Tolerances that an error reaches, the smallest first. */
export const finite = (tolerances: readonly OracleToleranceAnswer[]): (OracleToleranceAnswer & { basis_points: number })[] =>
  tolerances
    .filter((tolerance): tolerance is OracleToleranceAnswer & { basis_points: number } => tolerance.basis_points !== null)
    .sort((a, b) => a.basis_points - b.basis_points);

/** What such an error as happened once would do. */
export function knownErrorWords(tolerances: readonly OracleToleranceAnswer[]): string {
  const told = `On 10 March 2026 a feed was wrong by ${KNOWN_ERROR} bp.`;
  const hit = finite(tolerances).filter(({ basis_points }) => basis_points <= KNOWN_ERROR);
  return hit.length === 0 ? `${told} That much would not liquidate this wallet.` : `${told} That much, where marked, would liquidate this wallet.`;
}
