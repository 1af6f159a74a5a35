import { useState } from "react";
import { useTraining } from "../api/get-training";
import { useRetraining } from "../api/retrain-model";
import { isOver, trainingWords } from "../model/model-card";
import styles from "./model-card.module.css";

/** Trains a new version and tells how far that is. */
export function RetrainButton() {
  const [address, setAddress] = useState<string | null>(null);
  const retraining = useRetraining();
  const training = useTraining(address);
  const isRunning = retraining.isPending || (address !== null && !training.error && (training.data === undefined || !isOver(training.data)));
  const error = retraining.error ?? training.error;
  return (
    <div className={styles.retrain}>
      <button type="button" className="button" data-kind="main" disabled={isRunning} onClick={() => retraining.mutate(undefined, { onSuccess: setAddress })}>
        {isRunning ? "Training…" : "Retrain"}
      </button>
      <p role="status" className={styles.note}>
        {address !== null && training.data && trainingWords(training.data)}
      </p>
      {isRunning && <progress aria-label="Progress of the training" />}
      {error && <p role="alert">{error.message}</p>}
    </div>
  );
}
