import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { LIQUIDITY } from "./addresses";
import { SCHEDULES } from "./list-schedules";
import type { ScheduleAnswer, ScheduleRequest } from "./schedule-contracts";

/** Adds a schedule, or changes the one with the id. */
export function useSaveSchedule(id: string | null) {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (request: ScheduleRequest) =>
      id === null
        ? http.post<ScheduleAnswer>(`${LIQUIDITY}/schedules`, request)
        : http.put<ScheduleAnswer>(`${LIQUIDITY}/schedules/${encodeURIComponent(id)}`, request),
    onSuccess: () => queries.invalidateQueries({ queryKey: SCHEDULES }),
  });
}
