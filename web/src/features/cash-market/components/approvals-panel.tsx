import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { Skeleton } from "@/components/skeleton";
import { useOperations } from "../api/list-operations";
import type { OperationFilter } from "../model/operations";
import { ApprovalCard } from "./approval-card";
import styles from "./approvals.module.css";

const AWAITING: OperationFilter = { certificate: null, status: "awaiting_approval" };

/** What waits for the decision of an administrator. */
export function ApprovalsPanel() {
  const { data, error, isPending } = useOperations(AWAITING);
  const waiting = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <Panel title="Pending approvals" note={data && (waiting.length === 0 ? "None" : `${waiting.length} waiting`)}>
      {isPending && <Skeleton lines={3} label="Loading pending approvals" />}
      {error && !data && <Notice tone="error" text={error.message} />}
      {data && waiting.length === 0 && <p className="quiet">Nothing waits for a decision. Requests above the approval threshold appear here by themselves.</p>}
      {waiting.length > 0 && (
        <ul className={styles.cards}>
          {waiting.map((operation) => (
            <ApprovalCard key={operation.id} operation={operation} />
          ))}
        </ul>
      )}
    </Panel>
  );
}
