import { useMutation } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { LIQUIDITY } from "./addresses";
import type { LiquidityPreviewAnswer, LiquidityPreviewRequest } from "./preview-contracts";

/** Asks what creating liquidity would do; nothing happens. */
export function usePreview() {
  const { http } = useServices();
  return useMutation({ mutationFn: (request: LiquidityPreviewRequest) => http.post<LiquidityPreviewAnswer>(`${LIQUIDITY}/preview`, request) });
}
