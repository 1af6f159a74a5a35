import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { LiquidationModelAnswer } from "./model-contracts";
import { MODEL } from "./wallet-http";

/** The liquidation model's card. */
export function useModel() {
  const { http } = useServices();
  return useQuery({ queryKey: MODEL, queryFn: ({ signal }) => http.get<LiquidationModelAnswer>("/api/risk/model", {}, signal) });
}
