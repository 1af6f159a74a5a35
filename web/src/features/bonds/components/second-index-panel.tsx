import { Panel } from "@/components/panel";
import { ScoreBar } from "@/components/score-bar";
import { formatBasisPoints, formatExactScore } from "@/lib/format/numbers";
import type { Level, LiquidityProfile } from "../api/contracts";
import { LEVEL_WORDS, plain } from "../model/wording";
import styles from "./second-index-panel.module.css";

/** Two models of the same thing side by side, and why they differ. */
export function SecondIndexPanel({ profile }: { profile: LiquidityProfile }) {
  const second = profile.second_index;
  return (
    <Panel anchor="liquidity" title="Two liquidity models">
      <div className={styles.pair}>
        <Model
          name="First index"
          index={profile.liquidity_index}
          level={profile.liquidity_level}
          note={profile.not_assessed_reason ?? "Weighted scores of quotes and trades"}
        />
        {second && (
          <Model
            name="Second index"
            index={second.liquidity_index}
            level={second.liquidity_level as Level | null}
            note={second.not_assessed_reason ?? `${formatBasisPoints(second.cost_bps)} for 1m in a day, among ${plain(second.segment).toLowerCase()}`}
          />
        )}
      </div>
      {second?.difference && <p className={styles.difference}>{second.difference}</p>}
      {second && <p className={styles.model}>Model {second.model}</p>}
    </Panel>
  );
}

interface ModelProps {
  name: string;
  index: number | null;
  level: Level | null;
  note: string;
}

function Model({ name, index, level, note }: ModelProps) {
  return (
    <div>
      <h3>{name}</h3>
      <p className={styles.value}>
        <strong>{formatExactScore(index)}</strong> {LEVEL_WORDS[level ?? "not_assessed"]}
      </p>
      <ScoreBar value={index} />
      <p className={styles.note}>{note}</p>
    </div>
  );
}
