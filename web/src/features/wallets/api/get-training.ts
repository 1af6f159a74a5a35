import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { isOver } from "../model/model-card";
import type { ModelTrainingAnswer } from "./model-contracts";
import { MODEL } from "./wallet-http";

const REFRESH_MS = 1_500;

/** How far a training is; asked again while it goes on, and the model's card with its end. */
export function useTraining(address: string | null) {
  const { http } = useServices();
  const queries = useQueryClient();
  return useQuery({
    queryKey: ["wallets", "training", address],
    queryFn: async ({ signal }) => {
      const training = await http.get<ModelTrainingAnswer>(address ?? "", {}, signal);
      if (isOver(training)) void queries.invalidateQueries({ queryKey: MODEL });
      return training;
    },
    enabled: address !== null,
    refetchInterval: ({ state }) => (state.data && isOver(state.data) ? false : REFRESH_MS),
  });
}
