import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import { formatDuration } from "@/lib/format/dates";
import type { SpreadAnswer, WalletMarketRiskAnswer } from "../api/risk-contracts";
import { formatDecimals, formatFraction } from "../model/figures";
import { protocolName } from "../model/words";
import styles from "./market-risk-panel.module.css";

const DAY_SECONDS = 86_400;

/** How one-sided a wallet is: the score, its four parts, and where it is concentrated. */
export function ExposurePanel({ market }: { market: WalletMarketRiskAnswer }) {
  const { exposure, concentration, liquidity, correlation_risk: correlation } = market;
  const parts: [string, string, number | null][] = [
    ["Concentration", "weight 30%", exposure.concentration],
    ["Volatility", "weight 30%", exposure.volatility],
    ["Liquidity", "weight 20%", exposure.liquidity],
    ["Correlation", "weight 20%", exposure.correlation],
  ];
  return (
    <Panel title="How one-sided it is" note="0 is spread, calm and easily sold; 100 is the opposite">
      <p className={styles.score} data-field="exposure">
        <strong>{exposure.value === null ? "Not known" : Math.round(exposure.value)}</strong>
        <span className={styles.small}>exposure score</span>
      </p>
      <ul className={styles.losses}>
        {parts.map(([name, weight, value]) => (
          <li key={name}>
            <span>
              {name} <small>{weight}</small>
            </span>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect className={styles.track} width="100" height="8" />
              <rect className={styles.fill} width={value ?? 0} height="8" />
            </svg>
            <strong>{value === null ? "not known" : Math.round(value)}</strong>
          </li>
        ))}
      </ul>
      <div className={styles.spread}>
        <Figures>
          <Spread name="Largest token" spread={concentration.by_asset} word={(asset) => asset} />
          <Spread name="Largest place" spread={concentration.by_protocol} word={protocolName} />
          <Figure name="Mean correlation">{formatDecimals(correlation, 2)}</Figure>
          <Figure name="Time to sell all">{liquidity.days_to_sell === null ? "not known" : timeToSell(liquidity.days_to_sell)}</Figure>
          {liquidity.thin_assets.length > 0 && <Figure name="Hardly traded">{liquidity.thin_assets.join(", ")}</Figure>}
        </Figures>
      </div>
    </Panel>
  );
}

const timeToSell = (days: number): string => (days < 1 / 24 ? "under an hour" : formatDuration(days * DAY_SECONDS));

function Spread({ name, spread, word }: { name: string; spread: SpreadAnswer | null; word: (name: string) => string }) {
  if (spread === null) return null;
  return (
    <Figure name={name}>
      {word(spread.largest)} {formatFraction(spread.largest_share)}, as spread as {formatDecimals(spread.effective_number, 1)} equal parts (HHI{" "}
      {formatDecimals(spread.hhi, 2)})
    </Figure>
  );
}
