import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import { formatAppointment, formatInstant } from "@/lib/format/dates";
import { formatAmount } from "@/lib/format/numbers";
import { keepsModel, useRoles } from "@/lib/session/use-roles";
import type { LiquidationModelAnswer } from "../api/model-contracts";
import { formatDay } from "../model/model-card";
import styles from "./model-card.module.css";
import { RetrainButton } from "./retrain-button";

const WORDS: Record<LiquidationModelAnswer["status"], string> = {
  in_force: "In force", withheld: "Withheld", no_model: "No model yet",
};

/** Whether a model speaks, which one, and when the next one is trained. */
export function ModelStatus({ model }: { model: LiquidationModelAnswer }) {
  const { status, message, in_force: version, samples, min_samples: least } = model;
  return (
    <Panel title={WORDS[status]} note={version?.version}>
      <div className={styles.status} data-field="model-status">
        <div>
          <p className={styles.message}>{message}</p>
          {keepsModel(useRoles()) && <RetrainButton />}
        </div>
        <Figures>
          <Figure name="Samples to learn from">
            {formatAmount(samples)}
            {samples < least && `, ${formatAmount(least)} are needed`}
          </Figure>
          {version && (
            <>
              <Figure name="Learned from">
                {formatAmount(version.samples)} samples, {formatDay(version.train_from)} to {formatDay(version.train_to)}
              </Figure>
              <Figure name="Judged by">
                {formatAmount(version.test_samples)} samples, {formatDay(version.test_from)} to {formatDay(version.test_to)}
              </Figure>
            </>
          )}
          <Figure name="Last trained">{model.last_trained_at === null ? "never" : formatInstant(model.last_trained_at)}</Figure>
          <Figure name="Next training">{formatAppointment(model.next_training_at)}</Figure>
        </Figures>
      </div>
    </Panel>
  );
}
