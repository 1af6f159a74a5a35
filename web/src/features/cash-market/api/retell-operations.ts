import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import { type OperationFilter, retold } from "../model/operations";
import { operationKey } from "./get-operation";
import { OPERATION_LISTS } from "./list-operations";
import type { OperationAnswer, OperationDetailAnswer, OperationListAnswer } from "./operation-contracts";

/** Shows operations as they are told now, wherever they are listed or open. */
export function retellOperations(queries: QueryClient, told: readonly OperationAnswer[]): void {
  for (const [key, data] of queries.getQueriesData<InfiniteData<OperationListAnswer>>({ queryKey: OPERATION_LISTS })) {
    const filter = key.at(-1) as OperationFilter;
    if (data) queries.setQueryData(key, { ...data, pages: data.pages.map((page, i) => retold(page, told, filter, i === 0)) });
  }
  for (const operation of told) {
    const key = operationKey(operation.id);
    if (queries.getQueryData(key) === undefined) continue;
    queries.setQueryData<OperationDetailAnswer>(key, (detail) => detail && { ...detail, operation });
    void queries.invalidateQueries({ queryKey: key });
  }
}
