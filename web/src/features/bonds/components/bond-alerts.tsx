import { formatInstant, formatInstantInFull } from "@/lib/format/dates";
import { useOpenAlerts } from "../api/get-bond-alerts";
import styles from "./bond-alerts.module.css";

const WORDS = { info: "Note", warning: "Warning", critical: "Critical" } as const;

/** The alerts of a bond that are not resolved. */
export function BondAlerts({ isin }: { isin: string }) {
  const alerts = useOpenAlerts(isin).data ?? [];
  return (
    <section className={alerts.length > 0 ? styles.alerts : undefined} aria-label="Open alerts" aria-live="polite" data-field="alerts">
      {alerts.length > 0 && (
        <ul>
          {alerts.map((alert) => (
            <li key={alert.id} data-severity={alert.severity}>
              <strong>{WORDS[alert.severity]}</strong>
              <span>{alert.message}</span>
              <span className={styles.when}>
                <time dateTime={alert.timestamp} title={formatInstantInFull(alert.timestamp)}>
                  {formatInstant(alert.timestamp)}
                </time>
                {alert.state === "acknowledged" && ", acknowledged"}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
