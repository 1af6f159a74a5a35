import type { ConnectionStatus } from "@/lib/realtime/topic-client";
import { useServices } from "@/lib/services";
import { useObservable } from "@/lib/use-observable";
import styles from "./app-header.module.css";

const WORDS: Record<ConnectionStatus, string> = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
  offline: "Offline",
};

export function ConnectionState() {
  const { session, topics } = useServices();
  const isSignedIn = useObservable(session.state).status === "signed_in";
  const status = useObservable(topics.status);
  if (!isSignedIn) return null;
  return (
    <span className={styles.status} data-status={status} role="status">
      <span className={styles.dot} aria-hidden="true" />
      {WORDS[status]}
    </span>
  );
}
