import { useMutation } from "@tanstack/react-query";
import { useServices } from "@/lib/services";

/** Begins a training; the answer is where to ask how far it is. */
export function useRetraining() {
  const { http } = useServices();
  return useMutation({ mutationFn: () => http.postToBegin("/api/risk/model/retrain") });
}
