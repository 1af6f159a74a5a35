import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { operationAddress } from "./addresses";
import type { OperationAnswer } from "./operation-contracts";
import { retellOperations } from "./retell-operations";

export interface Decision {
  what: "approve" | "reject";
  comment: string;
}

/** Approves or rejects an operation. */
export function useDecision(id: string) {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ what, comment }: Decision) =>
      http.post<OperationAnswer>(`${operationAddress(id)}/${what}`, comment.trim() === "" ? {} : { comment: comment.trim() }),
    onSuccess: (operation) => retellOperations(queries, [operation]),
  });
}
