import type { QueryClient } from "@tanstack/react-query";
import { withOrders } from "../model/orders";
import { ordersKey } from "./list-orders";
import type { OrderAnswer, OrderListAnswer } from "./order-contracts";

/** Shows an order as it is told now, and asks for what it changed in the account. */
export function retellOrder(queries: QueryClient, order: OrderAnswer): void {
  queries.setQueryData<OrderListAnswer>(
    ordersKey(order.certificate_type),
    (list) => list && { ...list, items: withOrders(list.items, [order], order.certificate_type) },
  );
  void queries.invalidateQueries({ queryKey: ["cash-market", "account"] });
}
