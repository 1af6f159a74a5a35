import { LiveValue } from "@/components/live-value";
import { Panel } from "@/components/panel";
import { ScoreBar } from "@/components/score-bar";
import { formatAmount, formatExactScore, formatScore, formatShare } from "@/lib/format/numbers";
import type { Audience } from "@/lib/services";
import type { LiquidityComponent, LiquidityProfile } from "../api/contracts";
import { componentName, noteText, wordsFor } from "../model/wording";
import styles from "./component-breakdown.module.css";

/** What the index is made of: each part with its score, its weight and the points it brings. */
export function ComponentBreakdown({ profile, audience }: { profile: LiquidityProfile; audience: Audience }) {
  const note = profile.assessed_weight < 1 ? `${formatShare(profile.assessed_weight)} of the weight could be assessed` : undefined;
  return (
    <Panel title={wordsFor(audience).components} note={note}>
      <ul className={styles.parts}>
        {profile.components.map((part) => (
          <Part key={part.name} part={part} audience={audience} />
        ))}
      </ul>
    </Panel>
  );
}

function Part({ part, audience }: { part: LiquidityComponent; audience: Audience }) {
  const score = audience === "retail" ? formatScore(part.score) : formatExactScore(part.score);
  return (
    <li data-component={part.name}>
      <div className={styles.head}>
        <h3>{componentName(part.name, audience)}</h3>
        <LiveValue value={part.score}>
          <strong>{score}</strong>
          {part.score !== null && <span className={styles.of}> of 100</span>}
        </LiveValue>
      </div>
      <ScoreBar value={part.score} />
      <div className={styles.foot}>
        <p>{noteText(part.name, part.note)}</p>
        <p className={styles.share}>
          Weight {formatShare(part.weight)}, {part.score === null ? "left out" : `brings ${pointsText(part.contribution, audience)}`}
        </p>
      </div>
    </li>
  );
}

function pointsText(points: number, audience: Audience): string {
  if (audience === "professional") return `${formatExactScore(points)} points`;
  if (points > 0 && points < 0.5) return "less than 1 point";
  const shown = formatAmount(points);
  return `${shown} ${shown === "1" ? "point" : "points"}`;
}
