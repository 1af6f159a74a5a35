import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { Skeleton } from "@/components/skeleton";
import { Link } from "@/lib/router/router";
import { useOperation } from "../api/get-operation";
import type { OperationDetailAnswer } from "../api/operation-contracts";
import { useLiveOperations } from "../api/use-live-operations";
import { progressText } from "../model/operations";
import { AdminGate } from "./admin-gate";
import styles from "./operation.module.css";
import { OperationFacts } from "./operation-facts";
import { OperationOrders } from "./operation-orders";
import { OperationStages } from "./operation-stages";
import { OperationSteps } from "./operation-steps";
import { OperationTickets } from "./operation-tickets";
import { PlanView } from "./plan-view";
import { RetryButton } from "./retry-button";
import { StatusMark } from "./status-mark";
import { WithdrawButton } from "./withdraw-button";

export function OperationPage({ id }: { id: string }) {
  return (
    <AdminGate title="Operation" lead="What was asked for, planned and done, with every ticket." isRead>
      <Link className={styles.back} href="/cash-market/operations">
        ← All operations
      </Link>
      <Operation id={id} />
    </AdminGate>
  );
}

function Operation({ id }: { id: string }) {
  useLiveOperations();
  const { data, error, refetch } = useOperation(id);
  if (data) return <OperationParts detail={data} />;
  if (!error) return <Skeleton lines={10} label="Loading the operation" />;
  return (
    <Notice tone="error" title="The operation could not be loaded" text={error.message}>
      <button type="button" className="button" onClick={() => void refetch()}>
        Try again
      </button>
    </Notice>
  );
}

function OperationParts({ detail }: { detail: OperationDetailAnswer }) {
  const { operation, steps, differences, plans } = detail;
  return (
    <div className={styles.grid}>
      <div className={styles.wide}>
        <Panel title={operation.ticket_id ?? "Operation"} note={<StatusMark status={operation.status} />}>
          <div className={styles.progress}>
            <OperationStages operation={operation} steps={steps} />
            <div className={styles.head}>
              <p role="status">{progressText(operation)}</p>
              <WithdrawButton detail={detail} />
              <RetryButton operation={operation} />
            </div>
            {differences.length > 0 && (
              <ul className={styles.differences}>
                {differences.map((difference) => (
                  <li key={difference}>{difference}</li>
                ))}
              </ul>
            )}
          </div>
        </Panel>
      </div>
      <OperationFacts detail={detail} />
      <Panel title="Steps" note="With the outcome of each undo">
        <OperationSteps steps={steps} />
      </Panel>
      {operation.kind === "creation" && plans.length > 0 && (
        <div className={styles.wide}>
          <Panel title="Plan">
            <div className={styles.progress}>
              {plans.map((plan) => (
                <PlanView key={plan.certificate_type} plan={plan} />
              ))}
            </div>
          </Panel>
        </div>
      )}
      <OperationTickets tickets={detail.tickets} />
      <OperationOrders detail={detail} />
    </div>
  );
}
