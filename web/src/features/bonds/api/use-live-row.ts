import { useTopic } from "@/lib/realtime/use-topic";
import { mergeRow } from "../model/live";
import type { BondListItem, LiquidityPayload } from "./contracts";

/** A row of the list with the newest figures of its bond. */
export function useLiveRow(item: BondListItem): BondListItem {
  return mergeRow(item, useTopic<LiquidityPayload>(`lr.${item.isin}.liquidity`));
}
