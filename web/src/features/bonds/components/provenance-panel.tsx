import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import { formatInstant } from "@/lib/format/dates";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { plain } from "../model/wording";
import styles from "./provenance-panel.module.css";

/** What a professional needs to trace and recompute the figures. */
export function ProvenancePanel({ answer, translatedAt }: { answer: LiquidityRiskAnswer; translatedAt: string }) {
  return (
    <Panel title="Provenance" note={`Translation of ${formatInstant(translatedAt)}`}>
      <Figures>
        <Figure name="Source">{answer.liquidity_profile?.source ?? "–"}</Figure>
        {Object.entries(answer.model_versions).map(([part, version]) => (
          <Figure key={part} name={`Model: ${plain(part).toLowerCase()}`}>
            {version}
          </Figure>
        ))}
        <Figure name="Inputs hash">
          <code className={styles.hash}>{answer.inputs_hash}</code>
        </Figure>
      </Figures>
    </Panel>
  );
}
