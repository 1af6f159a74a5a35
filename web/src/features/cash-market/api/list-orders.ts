import { useQuery } from "@tanstack/react-query";
import { useServices } from "@/lib/services";
import { marketAddress } from "./addresses";
import type { Certificate } from "./market-contracts";
import type { OrderListAnswer } from "./order-contracts";

export const ordersKey = (certificate: Certificate) => ["cash-market", certificate, "orders"];

/** The reader's own orders in a market; the account's topic tells what becomes of them. */
export function useOrders(certificate: Certificate) {
  const { http } = useServices();
  return useQuery({
    queryKey: ordersKey(certificate),
    queryFn: ({ signal }) => http.get<OrderListAnswer>(`${marketAddress(certificate)}/orders`, {}, signal),
  });
}
