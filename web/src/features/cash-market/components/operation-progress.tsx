import { Panel } from "@/components/panel";
import { Skeleton } from "@/components/skeleton";
import { Link } from "@/lib/router/router";
import { useOperation } from "../api/get-operation";
import { progressText } from "../model/operations";
import styles from "./operation.module.css";
import { OperationStages } from "./operation-stages";
import { OperationSteps } from "./operation-steps";
import { StatusMark } from "./status-mark";

/** How far an operation is, live. */
export function OperationProgress({ id }: { id: string }) {
  const { data, error } = useOperation(id);
  return (
    <Panel title="What you have asked for" note={data && <StatusMark status={data.operation.status} />}>
      {!data && !error && <Skeleton lines={3} label="Loading the operation" />}
      {!data && error && <p role="alert">{error.message}</p>}
      {data && (
        <div className={styles.progress}>
          <OperationStages operation={data.operation} steps={data.steps} />
          <p role="status">{progressText(data.operation)}</p>
          <OperationSteps steps={data.steps} />
          <Link href={`/cash-market/operations/${encodeURIComponent(id)}`}>{data.operation.ticket_id ?? "Everything about it"}</Link>
        </div>
      )}
    </Panel>
  );
}
