import { useQueryClient } from "@tanstack/react-query";
import { useTopics } from "@/lib/realtime/use-topics";
import type { OperationAnswer, OperationListAnswer } from "./operation-contracts";
import { retellOperations } from "./retell-operations";

const TOPICS = ["liquidity.operations"];

/** Keeps operations up to date with what their topic says. */
export function useLiveOperations(): void {
  const queries = useQueryClient();
  useTopics(TOPICS, ({ type, payload }) => {
    if (type === "snapshot") retellOperations(queries, (payload as OperationListAnswer).items);
    if (type === "operation_update") retellOperations(queries, [payload as OperationAnswer]);
  });
}
