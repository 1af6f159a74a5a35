import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import type { WalletMarketRiskAnswer, WalletVarAnswer } from "../api/risk-contracts";
import { formatFraction, formatUsd } from "../model/figures";
import styles from "./market-risk-panel.module.css";

/** What the prices of what a wallet holds may do to it. */
export function MarketRiskPanel({ market }: { market: WalletMarketRiskAnswer }) {
  const { volatility, value_at_risk: risk } = market;
  return (
    <Panel title="What a bad day may cost" note={volatility === null ? undefined : `Volatility over ${volatility.window_days} days`}>
      {volatility === null ? (
        <p className={styles.lead}>Too little history is known to tell how much the assets move.</p>
      ) : (
        <p className={styles.lead}>
          The assets move by <strong>{formatFraction(volatility.daily)}</strong> on a usual day, {formatFraction(volatility.annualised)} a year.
        </p>
      )}
      {risk.status === "ok" ? <Losses risk={risk} /> : <p className={styles.lead}>Insufficient data for value at risk: {risk.sample_days} days of history are known, 100 are needed.</p>}
    </Panel>
  );
}

function Losses({ risk }: { risk: WalletVarAnswer }) {
  const confidence = formatFraction(risk.confidence);
  const losses: [string, string, number | null][] = [
    ["From past days", "Historical", risk.historical_usd],
    ["From a normal curve", "Parametric", risk.parametric_usd],
    ["From simulated days", "Monte Carlo, fat tails", risk.monte_carlo_usd],
    ["Mean of the worst days", "Expected shortfall", risk.expected_shortfall_usd],
  ];
  const most = Math.max(...losses.map(([, , loss]) => loss ?? 0), 1e-9);
  return (
    <>
      <p className={styles.small}>Loss that {confidence} of days stay below (value at risk), found in three ways, and the mean beyond it:</p>
      <ul className={styles.losses} data-field="value-at-risk">
        {losses.map(([name, method, loss]) => (
          <li key={name}>
            <span>
              {name} <small>{method}</small>
            </span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className={styles.track} width="100" height="8" />
              <rect className={styles.fill} width={(100 * Math.max(0, loss ?? 0)) / most} height="8" />
            </svg>
            <strong>{formatUsd(loss)}</strong>
          </li>
        ))}
      </ul>
      <Figures>
        <Figure name="Share of the net worth">{formatFraction(risk.share_of_net_worth)}</Figure>
        <Figure name="As the quantile of profits">{formatUsd(risk.raw_quantile_usd)}</Figure>
        <Figure name="History">
          {risk.sample_days} days, of {formatFraction(risk.coverage)} of the exposures
        </Figure>
      </Figures>
    </>
  );
}
