import { ABSENT } from "./numbers";

const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

/** An amount in few characters where the column is narrow: 104K, 12.5M. */
export const formatCompact = (value: number | null | undefined): string => (value == null ? ABSENT : compact.format(value));
