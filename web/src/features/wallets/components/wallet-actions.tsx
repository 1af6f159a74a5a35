import { mayWatchWallets, useRoles } from "@/lib/session/use-roles";
import { useUser } from "@/lib/session/use-user";
import { useAnalysis } from "../api/analyse-wallet";
import { useWatch } from "../api/get-watch";
import { useTracking } from "../api/track-wallet";
import { useUntracking } from "../api/untrack-wallet";
import styles from "./wallet-hero.module.css";

/** Look again now, or have the wallet watched. */
export function WalletActions({ wallet }: { wallet: string }) {
  const user = useUser();
  const analysis = useAnalysis(wallet);
  return (
    <div className={styles.actions}>
      <button type="button" className="button" data-kind="main" disabled={analysis.isPending} onClick={() => analysis.mutate()}>
        {analysis.isPending ? "Analysing…" : "Analyse now"}
      </button>
      {mayWatchWallets(useRoles()) && <WatchButton key={user} wallet={wallet} />}
      {analysis.error && <p role="alert">{analysis.error.message}</p>}
    </div>
  );
}

function WatchButton({ wallet }: { wallet: string }) {
  const watch = useWatch(wallet);
  const tracking = useTracking(wallet);
  const untracking = useUntracking(wallet);
  const isOn = watch.data?.tracked_by_caller ?? false;
  const isPending = watch.isPending || tracking.isPending || untracking.isPending;
  const error = tracking.error ?? untracking.error;
  const toggle = (): void => {
    tracking.reset();
    untracking.reset();
    (isOn ? untracking : tracking).mutate();
  };
  const said = error ? "" : isOn ? "Looked at every ten minutes; alerts appear by themselves." : "";
  return (
    <>
      <button type="button" className="button" disabled={isPending} onClick={toggle}>
        {isOn ? "Stop watching" : "Watch this wallet"}
      </button>
      {error && <p role="alert">{error.message}</p>}
      <span className={styles.said} role="status">
        {said}
      </span>
    </>
  );
}
