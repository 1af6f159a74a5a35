import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Intent } from "@/lib/http/intent";
import { useServices } from "@/lib/services";
import { LIQUIDITY } from "./addresses";
import type { OperationAnswer } from "./operation-contracts";
import type { LiquidityCreateRequest } from "./preview-contracts";
import { retellOperations } from "./retell-operations";

/** Carries a preview out, once, also when it has to be sent twice. */
export function useCreateLiquidity() {
  const { http } = useServices();
  const queries = useQueryClient();
  const [intent] = useState(() => new Intent());
  return useMutation({
    mutationFn: (request: LiquidityCreateRequest) => intent.send(request, (key) => http.postOnce<OperationAnswer>(`${LIQUIDITY}/create`, request, key)),
    onSuccess: (operation) => retellOperations(queries, [operation]),
  });
}
