import { Notice } from "@/components/notice";
import { Skeleton } from "@/components/skeleton";
import { useWalletAlerts } from "../api/list-alerts";
import { useLiveAlerts } from "../api/use-live-alerts";
import { splitAlerts } from "../model/alerts";
import { AlertCard } from "./alert-card";
import styles from "./alerts.module.css";
import { ClosedAlerts } from "./closed-alerts";

/** A wallet's alerts: the open ones with what to do, the closed ones below. */
export function Alerts({ wallet }: { wallet: string }) {
  const { data, error, isPending, refetch } = useWalletAlerts(wallet);
  useLiveAlerts(wallet);
  if (isPending) return <Skeleton lines={8} label="Loading the alerts" />;
  if (error && !data)
    return (
      <Notice tone="error" title="The alerts could not be loaded" text={error.message}>
        <button type="button" className="button" onClick={() => void refetch()}>
          Try again
        </button>
      </Notice>
    );
  const { open, closed } = splitAlerts(data.items);
  return (
    <div className={styles.alerts}>
      <p className={styles.count} role="status">
        {open.length === 1 ? "1 open alert" : `${open.length} open alerts`}
      </p>
      {open.length === 0 && <Notice title="No open alerts" text="Nothing asks for attention. New alerts appear here by themselves while the wallet is watched." />}
      {open.map((alert) => (
        <AlertCard key={alert.id} alert={alert} />
      ))}
      {closed.length > 0 && <ClosedAlerts alerts={closed} />}
    </div>
  );
}
