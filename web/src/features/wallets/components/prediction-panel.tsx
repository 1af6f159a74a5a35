import { Panel } from "@/components/panel";
import type { LiquidationPredictionAnswer } from "../api/model-contracts";
import { formatProbability } from "../model/figures";
import { ContributionBars } from "./contribution-bars";
import styles from "./prediction-panel.module.css";

/** How probable a liquidation is, as the model says and as a plain rule says; or why the model says nothing. */
export function PredictionPanel({ prediction }: { prediction: LiquidationPredictionAnswer }) {
  const { status, message, model_version: version, contributions } = prediction;
  const horizons: [string, number | null, number | null][] = [
    ["Within 24 hours", prediction.probability24h, prediction.baseline24h],
    ["Within 7 days", prediction.probability7d, prediction.baseline7d],
  ];
  const isKnown = horizons.some(([, probability, baseline]) => probability !== null || baseline !== null);
  return (
    <Panel title="Chance of liquidation" note={version === null ? undefined : `Model ${version}`}>
      <p className={styles.message} data-status={status}>
        {message}
      </p>
      {isKnown && (
        <dl className={styles.horizons} data-field="prediction">
          {horizons.map(([name, probability, baseline]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <strong>{formatProbability(probability ?? baseline)}</strong>
                <Bar value={probability ?? baseline} isModel={probability !== null} />
                <small>{probability === null ? "by the volatility of its health alone" : `${formatProbability(baseline)} by its volatility alone`}</small>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {contributions.length > 0 && (
        <>
          <h3 className={styles.why}>What moves the model&apos;s 7 days</h3>
          <ContributionBars contributions={contributions} />
        </>
      )}
    </Panel>
  );
}

function Bar({ value, isModel }: { value: number | null; isModel: boolean }) {
  return (
    <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.bar} width="100" height="6" />
      <rect className={styles.fill} data-model={isModel} width={100 * (value ?? 0)} height="6" />
    </svg>
  );
}
