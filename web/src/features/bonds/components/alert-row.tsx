import { formatInstant, formatInstantInFull } from "@/lib/format/dates";
import { Link } from "@/lib/router/router";
import { mayAcknowledge, useRoles } from "@/lib/session/use-roles";
import { useAcknowledgeAlert } from "../api/acknowledge-alert";
import type { AlertAnswer } from "../api/alert-contracts";
import { alertTypeName } from "../model/list-wording";
import styles from "./alert-row.module.css";

export function AlertRow({ alert }: { alert: AlertAnswer }) {
  return (
    <li className={styles.row} data-alert={alert.id} data-state={alert.state}>
      <div className={styles.what}>
        <p className={styles.message}>{alert.message}</p>
        <p className={styles.bond}>
          <Link href={`/bonds/${alert.isin}`}>{alert.issuer ?? alert.isin}</Link>
          <span>{alert.isin}</span>
          <span>{alertTypeName(alert.alert_type)}</span>
        </p>
      </div>
      <time className={styles.when} dateTime={alert.timestamp} title={formatInstantInFull(alert.timestamp)}>
        {formatInstant(alert.timestamp)}
      </time>
      <div className={styles.state}>
        <AlertState alert={alert} />
      </div>
    </li>
  );
}

function AlertState({ alert }: { alert: AlertAnswer }) {
  const mayAct = mayAcknowledge(useRoles());
  const acknowledge = useAcknowledgeAlert();
  if (alert.state === "resolved") return <span>Resolved {formatInstant(alert.resolved_at)}</span>;
  if (alert.state === "acknowledged")
    return (
      <span>
        Seen by <strong>{alert.acknowledged_by}</strong>, {formatInstant(alert.acknowledged_at)}
      </span>
    );
  if (!mayAct) return <span>Open</span>;
  return (
    <>
      <button
        type="button"
        className="button"
        disabled={acknowledge.isPending}
        aria-label={`Acknowledge: ${alert.issuer ?? alert.isin}, ${alertTypeName(alert.alert_type)}`}
        onClick={() => acknowledge.mutate(alert)}
      >
        Acknowledge
      </button>
      {acknowledge.isError && <span role="alert">{acknowledge.error.message}</span>}
    </>
  );
}
