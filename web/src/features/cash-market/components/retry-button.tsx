import { isAdmin, useRoles } from "@/lib/session/use-roles";
import type { OperationAnswer } from "../api/operation-contracts";
import { useRetry } from "../api/retry-operation";
import styles from "./operation.module.css";

/** Has what could not be undone or cancelled tried again. */
export function RetryButton({ operation }: { operation: OperationAnswer }) {
  const mayAct = isAdmin(useRoles());
  const retrying = useRetry(operation.id);
  if (!mayAct || operation.status !== "needs_attention") return null;
  return (
    <div className={styles.act}>
      <button type="button" className="button" data-kind="main" disabled={retrying.isPending} onClick={() => retrying.mutate()}>
        {retrying.isPending ? "Trying…" : "Try again"}
      </button>
      {retrying.error && <p role="alert">{retrying.error.message}</p>}
    </div>
  );
}
