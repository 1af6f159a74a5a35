import { amountOf } from "@/lib/format/typed";
import type { PositionRequest } from "../api/portfolio-contracts";
import { isinOf } from "./alerts";

/** A line of the editor as it is typed. */
export interface Holding {
  isin: string;
  face: string;
}

/** The service takes at most this many positions. */
export const MAX_POSITIONS = 200;

/** What is wrong with a line; null for a whole line and for an empty one. */
export function faultOf({ isin, face }: Holding): string | null {
  if (isin.trim() === "" && face.trim() === "") return null;
  if (isinOf(isin) === null) return "An ISIN has twelve characters, such as CH0012345678.";
  return amountOf(face) === null ? "The face amount must be a number above 0." : null;
}

/** The whole lines as the service takes them; a bond named twice is held once, with both amounts. */
export function positionsOf(holdings: readonly Holding[]): PositionRequest[] {
  const faces = new Map<string, number>();
  for (const holding of holdings) {
    const isin = isinOf(holding.isin);
    const face = amountOf(holding.face);
    if (isin !== null && face !== null) faces.set(isin, (faces.get(isin) ?? 0) + face);
  }
  return [...faces].slice(0, MAX_POSITIONS).map(([isin, face]) => ({ isin, face }));
}

/** Reads lines "ISIN amount", separated by blanks, tabs, commas or semicolons; lines that are not understood come back as typed. */
export function pasted(text: string): { holdings: Holding[]; refused: string[] } {
  const holdings: Holding[] = [];
  const refused: string[] = [];
  for (const line of text.split(/\r?\n/).map((l) => l.trim()).filter(Boolean)) {
    const [, isin = "", face = ""] = /^(\S{12})[\s,;]+(.+)$/.exec(line) ?? [];
    if (isin !== "" && faultOf({ isin, face }) === null) holdings.push({ isin: isin.toUpperCase(), face: face.trim() });
    else refused.push(line);
  }
  return { holdings, refused };
}

/** How holdings are kept in this browser: the lines that would be pasted. */
export const keptText = (holdings: readonly Holding[]): string =>
  holdings.filter(({ isin, face }) => isin.trim() !== "" || face.trim() !== "").map(({ isin, face }) => `${isin.trim()}\t${face.trim()}`).join("\n");

export const fromKept = (text: string | null): Holding[] =>
  (text ?? "").split("\n").filter(Boolean).map((line) => {
    const [isin = "", face = ""] = line.split("\t");
    return { isin, face };
  });
