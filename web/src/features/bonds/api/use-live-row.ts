import { useEffect, useState } from "react";
import { useServices } from "@/lib/services";
import type { TopicEnvelope } from "@/lib/realtime/envelope";
import { foldRow, type RowPayload } from "../model/live-row";
import type { BondListItem } from "./contracts";

/** A row of the list with everything that its bond's topic has said since it was listed. */
export function useLiveRow(item: BondListItem): BondListItem {
  const { topics } = useServices();
  const [live, setLive] = useState({ row: item, of: item });
  if (live.of !== item) setLive({ row: item, of: item });
  useEffect(
    () =>
      topics.subscribe(`lr.${item.isin}`, (envelope) =>
        setLive(({ row, of }) => ({ row: foldRow(row, envelope as TopicEnvelope<RowPayload>), of })),
      ),
    [topics, item.isin],
  );
  return live.of === item ? live.row : item;
}
