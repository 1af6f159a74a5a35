import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { LiquidityRiskAnswer } from "./contracts";
import { bondAddress } from "./get-bond";

/** How to sell a size in parts. The service works it out unasked only when one way out will hardly do. */
export function useExitPlan(answer: LiquidityRiskAnswer) {
  const { http } = useServices();
  const asked = useQuery({
    queryKey: ["bonds", "plan", answer.isin, answer.trade_size],
    queryFn: async ({ signal }) =>
      (await http.get<LiquidityRiskAnswer>(bondAddress(answer.isin), { trade_size: answer.trade_size }, signal)).exit_plan,
    enabled: answer.exit_plan === null,
    placeholderData: keepPreviousData,
  });
  return answer.exit_plan ?? asked.data ?? null;
}
