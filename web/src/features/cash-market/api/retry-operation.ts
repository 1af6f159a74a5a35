import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { operationAddress } from "./addresses";
import type { OperationAnswer } from "./operation-contracts";
import { retellOperations } from "./retell-operations";

/** Has what could not be undone or cancelled tried again. */
export function useRetry(id: string) {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.post<OperationAnswer>(`${operationAddress(id)}/retry`),
    onSuccess: (operation) => retellOperations(queries, [operation]),
  });
}
