import { useState } from "react";
import type { BondListItem } from "../api/contracts";

/** The currencies met so far; they stay on offer when a filter hides their bonds. */
export function useCurrencies(items: readonly BondListItem[], chosen: string | null): readonly string[] {
  const [known, setKnown] = useState<readonly string[]>([]);
  const met = [...items.map((item) => item.currency), chosen].filter((currency) => currency !== null);
  const fresh = met.filter((currency) => !known.includes(currency));
  if (fresh.length === 0) return known;
  const all = [...new Set([...known, ...fresh])].sort();
  setKnown(all);
  return all;
}
