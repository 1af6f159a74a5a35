import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { AlertAnswer } from "./alert-contracts";
import { retell } from "./use-live-alerts";

/** Takes note of an alert in the reader's name. */
export function useAcknowledgeAlert() {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ isin, id }: AlertAnswer) =>
      http.post<AlertAnswer>(`/api/v1/liquidity-risk/${encodeURIComponent(isin)}/alerts/${encodeURIComponent(id)}/acknowledge`),
    onSuccess: (alert) => retell(queries, alert),
  });
}
