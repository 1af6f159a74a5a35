import { codeOf, faultAt, ProblemError } from "@/lib/http/problem";
import { ADDRESS_FIELDS } from "../api/wallet-http";

export type Refusal = "address" | "not_proven" | "unknown" | "other";

/** Why nothing is known of a wallet. */
export function refusalOf(error: Error): Refusal {
  if (codeOf(error) === "wallet_not_proven") return "not_proven";
  if (!(error instanceof ProblemError)) return "other";
  if (error.status === 400) return "address";
  return error.status === 404 ? "unknown" : "other";
}

/** What is wrong with the address, in the service's words. */
export function addressFault(error: Error | null): string | null {
  if (error === null || refusalOf(error) !== "address") return null;
  return ADDRESS_FIELDS.map((field) => faultAt(error, field)).find((fault) => fault !== null) ?? error.message;
}
