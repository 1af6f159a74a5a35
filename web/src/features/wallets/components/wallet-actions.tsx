import { useState } from "react";
import { mayWatchWallets, useRoles } from "@/lib/session/use-roles";
import { useUser } from "@/lib/session/use-user";
import { useAnalysis } from "../api/analyse-wallet";
import { useTracking } from "../api/track-wallet";
import { useUntracking } from "../api/untrack-wallet";
import { isWatched, noteWatched } from "../model/watched";
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
      {mayWatchWallets(useRoles()) && <WatchButton key={user} user={user} wallet={wallet} />}
      {analysis.error && <p role="alert">{analysis.error.message}</p>}
    </div>
  );
}

function WatchButton({ user, wallet }: { user: string; wallet: string }) {
  const [isOn, setOn] = useState(() => isWatched(user, wallet));
  const tracking = useTracking(wallet);
  const untracking = useUntracking(wallet);
  const isPending = tracking.isPending || untracking.isPending;
  const error = tracking.error ?? untracking.error;
  const note = (isNowOn: boolean): void => {
    noteWatched(user, wallet, isNowOn);
    setOn(isNowOn);
  };
  const toggle = (): void => {
    tracking.reset();
    untracking.reset();
    if (isOn) untracking.mutate(undefined, { onSuccess: () => note(false) });
    else tracking.mutate(undefined, { onSuccess: () => note(true) });
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
