import { useMutation } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { ScenarioAnswer, ScenarioRequest } from "./bond-contracts";
import { bondAddress } from "./get-bond";

/** A bond before and after a change of its market; nothing is kept. */
export function useScenario(isin: string) {
  const { http } = useServices();
  return useMutation({ mutationFn: (request: ScenarioRequest) => http.post<ScenarioAnswer>(`${bondAddress(isin)}/scenario`, request) });
}
