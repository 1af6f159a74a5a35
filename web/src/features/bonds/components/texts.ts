import { formatBasisPoints, formatBasisPointsAsPercent, formatExactScore, formatScore } from "@/lib/format/numbers";
import type { Audience } from "@/lib/services";

/** The index, whole for a retail reader and to the cent for a professional. */
export const indexText = (index: number | null, audience: Audience): string =>
  audience === "retail" ? formatScore(index) : formatExactScore(index);

/** The spread, as a percentage of the price for a retail reader and in basis points for a professional. */
export const spreadText = (spread: number | null, audience: Audience): string =>
  audience === "retail" ? formatBasisPointsAsPercent(spread) : formatBasisPoints(spread);
