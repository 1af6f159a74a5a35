import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { isOver } from "../model/operations";
import { operationAddress } from "./addresses";
import type { OperationDetailAnswer } from "./operation-contracts";

const REFRESH_MS = 2_000;

export const operationKey = (id: string) => ["cash-market", "operations", "one", id];

/** An operation with everything about it; asked again while it goes on. */
export function useOperation(id: string) {
  const { http } = useServices();
  return useQuery({
    queryKey: operationKey(id),
    queryFn: ({ signal }) => http.get<OperationDetailAnswer>(operationAddress(id), {}, signal),
    refetchInterval: ({ state }) => (state.data && isOver(state.data.operation) ? false : REFRESH_MS),
  });
}
