import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import { formatInstant, formatInstantInFull } from "@/lib/format/dates";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { plain } from "../model/wording";
import styles from "./provenance-panel.module.css";

/** What a professional needs to trace and recompute the figures. */
export function ProvenancePanel({ answer, translatedAt }: { answer: LiquidityRiskAnswer; translatedAt: string }) {
  const { liquidity_profile: profile, risk_summary: risk } = answer;
  const parts: [name: string, at: string | null | undefined][] = [
    ["Translation", translatedAt],
    ["Market", profile?.observed_at],
    ["Risk", risk?.as_of],
    ["Market maker", profile?.market_maker_signal?.observed_at],
    ["Auction", profile?.auction_signal?.observed_at],
  ];
  return (
    <Panel anchor="provenance" title="Provenance" note={`Translation of ${formatInstant(translatedAt)}`}>
      <Figures>
        <Figure name="Source">{profile?.source ?? "–"}</Figure>
        {parts.map(([name, at]) => at && <Figure key={name} name={`As of: ${name.toLowerCase()}`}>{formatInstantInFull(at)}</Figure>)}
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
