import { Panel } from "@/components/panel";
import { formatInstant, formatInstantInFull } from "@/lib/format/dates";
import type { WalletAlertAnswer } from "../api/alert-contracts";
import { reasonWords } from "../model/words";
import styles from "./alerts.module.css";
import { SeverityMark } from "./severity-mark";

/** Alerts that are closed, with the reason. */
export function ClosedAlerts({ alerts }: { alerts: readonly WalletAlertAnswer[] }) {
  return (
    <Panel title="Resolved">
      <ul className={styles.closed} data-field="resolved-alerts">
        {alerts.map((alert) => (
          <li key={alert.id} data-alert={alert.id}>
            <SeverityMark severity={alert.severity} />
            <p>{alert.message}</p>
            <p className={styles.small}>
              {alert.resolved_at !== null && (
                <time dateTime={alert.resolved_at} title={formatInstantInFull(alert.resolved_at)}>
                  {formatInstant(alert.resolved_at)}
                </time>
              )}
              : {reasonWords(alert.resolved_reason)}
              {alert.resolved_by !== null && `, ${alert.resolved_by}`}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
