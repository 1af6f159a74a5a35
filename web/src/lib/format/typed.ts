/** An amount as people write it: 250000, 250,000, 250'000 or 250 000; null when it is none above 0. */
export function amountOf(text: string): number | null {
  const bare = text.trim().replace(/(?<=\d)[,'’_\s\u00a0\u202f](?=\d{3}(\D|$))/gu, "");
  const amount = /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : NaN;
  return amount > 0 && Number.isFinite(amount) ? amount : null;
}

/** Whether an amount has no more than two decimals. */
export const isWholeCents = (amount: number): boolean => Math.abs(amount * 100 - Math.round(amount * 100)) < 1e-6;
