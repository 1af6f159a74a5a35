import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { LIQUIDITY } from "./addresses";
import { SCHEDULES } from "./list-schedules";

/** Ends a schedule; what it created stays. */
export function useDeleteSchedule(id: string) {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete(`${LIQUIDITY}/schedules/${encodeURIComponent(id)}`),
    onSuccess: () => queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}
