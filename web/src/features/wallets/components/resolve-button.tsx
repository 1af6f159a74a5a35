import { useState } from "react";
import { Confirm } from "@/components/confirm";
import { mayWatchWallets, useRoles } from "@/lib/session/use-roles";
import type { WalletAlertAnswer } from "../api/alert-contracts";
import { useResolution } from "../api/resolve-alert";
import styles from "./alerts.module.css";

/** Closes an alert, once asked again. */
export function ResolveButton({ alert }: { alert: WalletAlertAnswer }) {
  const [isAsking, setAsking] = useState(false);
  const resolution = useResolution(alert.wallet_address);
  const close = (): void => setAsking(false);
  if (!mayWatchWallets(useRoles())) return null;
  return (
    <>
      <button type="button" className={`button ${styles.resolve ?? ""}`} data-size="small" aria-label={`Resolve: ${alert.message}`} onClick={() => setAsking(true)}>
        Resolve
      </button>
      {isAsking && (
        <Confirm
          title="Resolve this alert?"
          action="Resolve"
          isPending={resolution.isPending}
          error={resolution.error}
          onConfirm={() => resolution.mutate(alert.id, { onSuccess: close })}
          onClose={close}
        >
          <p>{alert.message}</p>
          <p className={styles.small}>It comes back only when it becomes worse, or when its cause goes and returns.</p>
        </Confirm>
      )}
    </>
  );
}
