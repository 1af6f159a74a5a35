import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Intent } from "@/lib/http/intent";
import { useServices } from "@/lib/services";
import { marketAddress } from "./addresses";
import { retellOrder } from "./retell-order";
import type { Certificate } from "./market-contracts";
import type { OrderAnswer, OrderRequest } from "./order-contracts";

/** Places an order, once, also when it has to be sent twice. */
export function usePlaceOrder(certificate: Certificate) {
  const { http } = useServices();
  const queries = useQueryClient();
  const [intent] = useState(() => new Intent());
  return useMutation({
    mutationFn: (order: OrderRequest) => intent.send(order, (key) => http.postOnce<OrderAnswer>(`${marketAddress(certificate)}/orders`, order, key)),
    onSuccess: (order) => retellOrder(queries, order),
  });
}
