import { CERTIFICATES } from "../api/market-contracts";
import { OPERATION_STATUSES } from "../api/operation-contracts";
import type { OperationFilter } from "./operations";

/** What the address asks for; what it cannot mean is left out. */
export const readFilter = (query: URLSearchParams): OperationFilter => ({
  certificate: CERTIFICATES.find((name) => name === query.get("certificate")) ?? null,
  status: OPERATION_STATUSES.find((name) => name === query.get("status")) ?? null,
});

export function filterAddress({ certificate, status }: OperationFilter): string {
  const query = new URLSearchParams();
  if (certificate !== null) query.set("certificate", certificate);
  if (status !== null) query.set("status", status);
  return `/cash-market/operations${query.size === 0 ? "" : `?${query.toString()}`}`;
}
