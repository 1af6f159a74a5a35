import { Panel } from "@/components/panel";
import { Skeleton } from "@/components/skeleton";
import type { OrderAnswer } from "../api/order-contracts";
import { isOpen } from "../model/orders";
import { DoneOrders } from "./done-orders";
import styles from "./my-orders.module.css";
import { OpenOrder } from "./open-order";

/** The reader's own orders: those that wait can be changed in place, the done ones stand below. */
export function MyOrders({ orders, isLoading }: { orders: readonly OrderAnswer[]; isLoading: boolean }) {
  const open = orders.filter(isOpen);
  const done = orders.filter((order) => !isOpen(order));
  return (
    <Panel anchor="my-orders" title="My orders" note={open.length === 1 ? "1 waits" : `${open.length} wait`}>
      {isLoading && orders.length === 0 && <Skeleton lines={3} label="Loading your orders" />}
      {!isLoading && open.length === 0 && <p className="quiet">None of your orders waits in this market.</p>}
      {open.length > 0 && (
        <ul className={styles.open}>
          {open.map((order) => (
            <OpenOrder key={order.id} order={order} />
          ))}
        </ul>
      )}
      {done.length > 0 && <DoneOrders orders={done} />}
    </Panel>
  );
}
