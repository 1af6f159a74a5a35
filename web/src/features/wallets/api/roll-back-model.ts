import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { MODEL } from "./wallet-http";

/** Puts an earlier version of the model in force again. */
export function useRollback() {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (version: string) => http.post("/api/risk/model/rollback", { version }),
    onSuccess: () => queries.invalidateQueries({ queryKey: MODEL }),
  });
}
