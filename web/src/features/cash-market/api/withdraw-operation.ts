import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Intent } from "@/lib/http/intent";
import { useServices } from "@/lib/services";
import { operationAddress } from "./addresses";
import type { OperationAnswer } from "./operation-contracts";
import { retellOperations } from "./retell-operations";

/** Asks once for an operation's orders to be withdrawn, also when it has to be sent twice; the answer is the withdrawal, an operation of its own. */
export function useWithdrawal(id: string) {
  const { http } = useServices();
  const queries = useQueryClient();
  const [intent] = useState(() => new Intent());
  return useMutation({
    mutationFn: (comment: string) => {
      const request = comment.trim() === "" ? {} : { comment: comment.trim() };
      return intent.send(request, (key) => http.postOnce<OperationAnswer>(`${operationAddress(id)}/withdraw`, request, key));
    },
    onSuccess: (withdrawal) => retellOperations(queries, [withdrawal]),
  });
}
