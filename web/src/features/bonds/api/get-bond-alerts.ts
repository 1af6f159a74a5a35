import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { BondAlert } from "./bond-contracts";
import { bondAddress } from "./get-bond";

export const alertsKey = (isin: string) => ["bonds", "alerts-of", isin];

/** The alerts of one bond that are not resolved, newest first. Read again when the bond's topic tells of one. */
export function useOpenAlerts(isin: string) {
  const { http } = useServices();
  return useQuery({
    queryKey: alertsKey(isin),
    queryFn: async ({ signal }) => {
      const { items } = await http.get<{ items: BondAlert[] }>(`${bondAddress(isin)}/alerts`, {}, signal);
      return items.filter((alert) => alert.state !== "resolved");
    },
  });
}
