/** Face amounts that the slider goes through; any other can be typed. */
export const SMALLEST = 1_000;
export const LARGEST = 5_000_000;
export const STEPS = 100;

/** The size at a place of the slider: equal steps multiply it by equal factors. Rounded to two digits, as people say sizes. */
export function sizeAt(step: number): number {
  const exact = SMALLEST * (LARGEST / SMALLEST) ** (step / STEPS);
  const unit = 10 ** (Math.floor(Math.log10(exact)) - 1);
  return Math.round(exact / unit) * unit;
}

/** The place of the slider that is nearest to a size. */
export function stepOf(size: number): number {
  const share = Math.log(size / SMALLEST) / Math.log(LARGEST / SMALLEST);
  return Math.round(Math.min(1, Math.max(0, share)) * STEPS);
}

/** A size as somebody types it, thousands separated or not; null when it is none that the slider covers. */
export function readSize(text: string): number | null {
  const digits = text.replaceAll(/[\s,'_]/g, "");
  if (!/^\d+(\.\d+)?$/.test(digits)) return null;
  const size = Number(digits);
  return size >= SMALLEST && size <= LARGEST ? size : null;
}
