import { formatInstant, formatInstantInFull } from "@/lib/format/dates";
import type { WalletAlertAnswer } from "../api/alert-contracts";
import { kindName } from "../model/words";
import styles from "./alerts.module.css";
import { RescuePlans } from "./rescue-plans";
import { ResolveButton } from "./resolve-button";
import { SeverityMark } from "./severity-mark";

/** An open alert: what is the matter, and what to do about it. */
export function AlertCard({ alert }: { alert: WalletAlertAnswer }) {
  const { id, kind, severity, message, recommendations, raised_at: raisedAt, rescue, wallet_address: wallet } = alert;
  return (
    <article className={styles.card} data-severity={severity} data-alert={id} aria-label={message}>
      <header>
        <SeverityMark severity={severity} />
        <span>{kindName(kind)}</span>
        <time dateTime={raisedAt} title={formatInstantInFull(raisedAt)}>
          since {formatInstant(raisedAt)}
        </time>
        <ResolveButton alert={alert} />
      </header>
      <p className={styles.message}>{message}</p>
      {rescue?.best == null ? (
        <Recommendations recommendations={recommendations} />
      ) : (
        <RescuePlans wallet={wallet} rescue={rescue} />
      )}
      {rescue?.best === null && rescue.impossible.length > 0 && <p className={styles.small}>{rescue.impossible.join(" ")}</p>}
    </article>
  );
}

function Recommendations({ recommendations }: { recommendations: readonly string[] }) {
  if (recommendations.length === 0) return null;
  return (
    <ul className={styles.recommendations} aria-label="What to do">
      {recommendations.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
