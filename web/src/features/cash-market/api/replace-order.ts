import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { marketAddress } from "./addresses";
import type { OrderAnswer, ReplaceOrderRequest } from "./order-contracts";
import { retellOrder } from "./retell-order";

/** Changes price or quantity of an order that waits. */
export function useReplaceOrder({ certificate_type: certificate, id }: OrderAnswer) {
  const { http } = useServices();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (change: ReplaceOrderRequest) => http.put<OrderAnswer>(`${marketAddress(certificate)}/orders/${encodeURIComponent(id)}`, change),
    onSuccess: (order) => retellOrder(queries, order),
  });
}
