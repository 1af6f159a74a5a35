import { useState } from "react";
import { Panel } from "@/components/panel";
import { Segmented } from "@/components/segmented";
import { formatAmount } from "@/lib/format/numbers";
import type { LiquidationModelAnswer, ModelVersionAnswer } from "../api/model-contracts";
import { formatFraction } from "../model/figures";
import { horizonName } from "../model/model-card";
import { ImportanceBars } from "./importance-bars";
import styles from "./model-card.module.css";
import { ModelScores } from "./model-scores";
import { ModelStatus } from "./model-status";
import { ReliabilityPicture } from "./reliability-picture";
import { VersionsPanel } from "./versions-panel";

export function ModelCard({ model }: { model: LiquidationModelAnswer }) {
  return (
    <div className={styles.stack}>
      <ModelStatus model={model} />
      {model.in_force && <InForce version={model.in_force} />}
      <VersionsPanel versions={model.versions} />
    </div>
  );
}

/** How the version in force did, horizon by horizon. */
function InForce({ version }: { version: ModelVersionAnswer }) {
  const [hours, setHours] = useState(version.horizons[0]?.hours ?? 24);
  const horizon = version.horizons.find((h) => h.hours === hours) ?? version.horizons[0];
  return (
    <>
      {horizon && (
        <>
          <Panel
            title="Beside two plain rules"
            note={<Segmented label="Horizon" options={version.horizons.map((h) => ({ value: h.hours, text: horizonName(h.hours) }))} value={horizon.hours} onChange={setHours} />}
          >
            <p className={styles.note}>
              Judged on {formatAmount(version.test_samples)} later samples, of which {formatFraction(horizon.base_rate)} were liquidated within {horizonName(horizon.hours)}. Past breaches
              count how often health was below 1 before; first passage looks at health and volatility alone.
            </p>
            <ModelScores horizon={horizon} />
          </Panel>
          <div className={styles.pair}>
            <Panel title="Does what it says come true" note={`Within ${horizonName(horizon.hours)}`}>
              <ReliabilityPicture bins={horizon.reliability} />
            </Panel>
            <Panel title="What it looks at" note="Share of what all features gained">
              <ImportanceBars features={version.features} />
            </Panel>
          </div>
        </>
      )}
    </>
  );
}
