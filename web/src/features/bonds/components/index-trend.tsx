import { Sparkline } from "@/components/sparkline";
import { formatScore } from "@/lib/format/numbers";
import type { BondListItem } from "../api/contracts";

/** Index points that fill the height of the line at least. */
const LEAST_RANGE = 8;

/** How the index moved up to now. */
export function IndexTrend({ bond }: { bond: BondListItem }) {
  const values = [...(bond.trend ?? []), bond.liquidity_index];
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <span className="quiet">–</span>;
  const label = `Index from ${formatScore(known[0])} to ${formatScore(known.at(-1))}`;
  return <Sparkline values={values} leastRange={LEAST_RANGE} label={label} />;
}
