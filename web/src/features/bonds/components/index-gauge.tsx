import type { Audience } from "@/lib/services";
import type { LiquidityProfile } from "../api/contracts";
import { LEVEL_MEANINGS, LEVEL_WORDS, wordsFor } from "../model/wording";
import styles from "./index-gauge.module.css";
import { indexText } from "./texts";

const RADIUS = 92;
const LENGTH = Math.PI * RADIUS;
const ARC = `M ${110 - RADIUS} 108 A ${RADIUS} ${RADIUS} 0 0 1 ${110 + RADIUS} 108`;

/** Where one band ends and the next begins. */
const BOUNDS = [30, 50, 70, 85];

function pointAt(index: number, radius: number): [number, number] {
  const angle = Math.PI * (1 - index / 100);
  return [110 + radius * Math.cos(angle), 108 - radius * Math.sin(angle)];
}

/** The index on a half circle, with the bounds of the bands. */
export function IndexGauge({ profile, audience }: { profile: LiquidityProfile; audience: Audience }) {
  const { liquidity_index: index, liquidity_level: band } = profile;
  const level = band ?? "not_assessed";
  const name = wordsFor(audience).index;
  const spoken = index === null ? `${name}: not assessed` : `${name}: ${indexText(index, audience)} out of 100, ${LEVEL_WORDS[level]}`;
  return (
    <figure className={styles.gauge} data-field="gauge">
      <svg viewBox="0 0 220 122" role="img" aria-label={spoken}>
        <path d={ARC} className={styles.track} />
        {index !== null && (
          <path d={ARC} className={styles.fill} strokeDasharray={`${(LENGTH * index) / 100} ${LENGTH + 1}`} />
        )}
        {BOUNDS.map((bound) => {
          const [x1, y1] = pointAt(bound, RADIUS - 8);
          const [x2, y2] = pointAt(bound, RADIUS + 8);
          return <line key={bound} x1={x1} y1={y1} x2={x2} y2={y2} className={styles.bound} />;
        })}
        <text x="110" y="94" className={styles.value}>
          {indexText(index, audience)}
        </text>
        <text x={110 - RADIUS} y="121" className={styles.end}>
          0
        </text>
        <text x={110 + RADIUS} y="121" className={styles.end}>
          100
        </text>
      </svg>
      <figcaption>
        <span className={styles.name}>{name}</span>
        <strong>{LEVEL_WORDS[level]}</strong>
        <span className={styles.name}>{profile.not_assessed_reason ?? LEVEL_MEANINGS[level]}</span>
      </figcaption>
    </figure>
  );
}
