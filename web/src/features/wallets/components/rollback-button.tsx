import { useState } from "react";
import { Confirm } from "@/components/confirm";
import { useRollback } from "../api/roll-back-model";
import styles from "./model-card.module.css";

/** Puts an earlier version in force again, once asked again. */
export function RollbackButton({ version }: { version: string }) {
  const [isAsking, setAsking] = useState(false);
  const rollback = useRollback();
  const close = (): void => {
    setAsking(false);
    rollback.reset();
  };
  return (
    <>
      <button type="button" className={`button ${styles.back ?? ""}`} data-size="small" aria-label={`Roll back to ${version}`} onClick={() => setAsking(true)}>
        Roll back
      </button>
      {isAsking && (
        <Confirm
          title={`Roll back to ${version}?`}
          action="Roll back"
          isPending={rollback.isPending}
          error={rollback.error}
          onConfirm={() => rollback.mutate(version, { onSuccess: close })}
          onClose={close}
        >
          <p>Predictions come from that version at once. The one in force is marked as rolled back; the next training may promote another.</p>
        </Confirm>
      )}
    </>
  );
}
