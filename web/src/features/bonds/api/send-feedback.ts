import { useMutation } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import type { FeedbackAnswer, FeedbackRequest } from "./exit-contracts";
import { bondAddress } from "./get-bond";

/** Tells what became of a recommendation. */
export function useFeedback(isin: string) {
  const { http } = useServices();
  return useMutation({ mutationFn: (request: FeedbackRequest) => http.post<FeedbackAnswer>(`${bondAddress(isin)}/feedback`, request) });
}
