/** A part of a whole, for a bar. */
export interface Part {
  name: string;
  value: number;
  share: number;
}

const MOST = 6;

/** Parts with their shares, the largest first; what is small goes together under one name. */
export function partsOf(values: readonly { name: string; value: number | null }[]): Part[] {
  const known = values.flatMap(({ name, value }) => (value !== null && value > 0 ? [{ name, value }] : [])).sort((a, b) => b.value - a.value);
  const total = known.reduce((sum, { value }) => sum + value, 0);
  if (total <= 0) return [];
  const shown = known.length > MOST ? known.slice(0, MOST - 1) : known;
  const rest = known.slice(shown.length).reduce((sum, { value }) => sum + value, 0);
  const parts = rest > 0 ? [...shown, { name: `${known.length - shown.length} others`, value: rest }] : shown;
  return parts.map(({ name, value }) => ({ name, value, share: value / total }));
}
