import type { SourceFreshnessAnswer } from "../api/contracts";
import { faultWords, sourceName } from "./words";

/** What cannot be relied upon fully, in a sentence; null when all is fresh enough. A source that is not set up is no news. */
export function staleWords(sources: readonly SourceFreshnessAnswer[]): string | null {
  const stale = sources.filter(({ status, fault }) => (status === "stale" || status === "missing") && fault !== "not_configured");
  if (stale.length === 0) return null;
  const names = [...new Set(stale.map(({ source }) => sourceName(source)))].join("; ");
  return `Some figures may have changed since they were read. Old or missing: ${names}.`;
}

/** How a source is doing, in words. */
export const faultText = ({ fault }: SourceFreshnessAnswer): string => (fault === null ? "" : `It ${faultWords(fault)}.`);
