import { LiveValue } from "@/components/live-value";
import type { WalletHealthAnswer } from "../api/contracts";
import { formatHealth } from "../model/figures";
import { bandOf, colorOf, gaugeShare, HEALTH_BANDS, healthWord, toneOf } from "../model/health";
import styles from "./health-gauge.module.css";

const CENTRE = 120;
const BASE = 118;
const RADIUS = 98;
const GAP = 0.006;
const LABELLED = [1, 1.1, 1.2, 1.5, 2];

const at = (share: number, radius: number): [number, number] => {
  const angle = Math.PI * (1 - share);
  return [CENTRE + radius * Math.cos(angle), BASE - radius * Math.sin(angle)];
};

function arc(from: number, to: number): string {
  const [x1, y1] = at(from, RADIUS);
  const [x2, y2] = at(to, RADIUS);
  return `M${x1.toFixed(2)} ${y1.toFixed(2)}A${RADIUS} ${RADIUS} 0 0 1 ${x2.toFixed(2)} ${y2.toFixed(2)}`;
}

interface HealthGaugeProps {
  health: WalletHealthAnswer;
  /** What the gauge stands for, when there are several. */
  name?: string;
  size?: "large" | "small";
}

/** The lowest health factor on a half circle of bands: below 1 a position can be liquidated. */
export function HealthGauge({ health, name = "Health factor", size = "large" }: HealthGaugeProps) {
  const factor = health.health_factor;
  const text = health.debt_free ? "No debt" : formatHealth(factor);
  const word = healthWord(factor, health.debt_free);
  const spoken = factor === null ? `${name}: ${word}` : `${name}: ${text}, ${word}; below 1 a position can be liquidated`;
  return (
    <figure className={styles.gauge} data-size={size} data-field="health-gauge">
      <svg viewBox="0 0 240 132" role="img" aria-label={spoken}>
        {HEALTH_BANDS.map((band, i) => {
          const start = HEALTH_BANDS[i - 1]?.end ?? 0;
          const isHere = factor !== null && band === bandOf(factor);
          return <path key={band.below} className={styles.band} data-here={isHere} d={arc(start + GAP, band.end - GAP)} style={{ stroke: colorOf(band.tone) }} />;
        })}
        {HEALTH_BANDS.filter(({ below }) => LABELLED.includes(below)).map(({ below, end }) => {
          const [x, y] = at(end, RADIUS + 14);
          return (
            <text key={below} className={styles.bound} x={x} y={y} dy="0.3em">
              {below}
            </text>
          );
        })}
        {factor !== null && <Needle share={gaugeShare(factor)} />}
        <text className={styles.value} data-long={text.length > 5} x={CENTRE} y={text.length > 5 ? 104 : 110}>
          {text}
        </text>
      </svg>
      <figcaption>
        <span>{name}</span>
        <strong>
          <i style={{ background: colorOf(toneOf(factor)) }} aria-hidden="true" />
          <LiveValue value={word}>{word}</LiveValue>
        </strong>
      </figcaption>
    </figure>
  );
}

function Needle({ share }: { share: number }) {
  const [x, y] = at(share, RADIUS);
  return <circle className={styles.needle} cx={x} cy={y} r="8.5" />;
}
