import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { marketAddress } from "./addresses";
import type { OrderAnswer } from "./order-contracts";
import { retellOrder } from "./retell-order";

/** Takes an order that waits out of the market. */
export function useCancelOrder({ certificate_type: certificate, id }: OrderAnswer) {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete<OrderAnswer>(`${marketAddress(certificate)}/orders/${encodeURIComponent(id)}`),
    onSuccess: (order) => retellOrder(queries, order),
  });
}
