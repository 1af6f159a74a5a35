import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { LIQUIDITY } from "./addresses";
import type { ScheduleListAnswer } from "./schedule-contracts";

const REFRESH_MS = 30_000;

export const SCHEDULES = ["cash-market", "schedules"];

/** Liquidity that is created again and again. */
export function useSchedules() {
  const { http } = useServices();
  return useQuery({
    queryKey: SCHEDULES,
    queryFn: ({ signal }) => http.get<ScheduleListAnswer>(`${LIQUIDITY}/schedules`, {}, signal),
    refetchInterval: REFRESH_MS,
  });
}
