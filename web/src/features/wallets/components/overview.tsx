import type { WalletSummaryAnswer } from "../api/contracts";
import { staleWords } from "../model/freshness";
import { ExposurePanel } from "./exposure-panel";
import { FreshnessPanel } from "./freshness-panel";
import { HistoryPanel } from "./history-panel";
import { KeyFigures } from "./key-figures";
import { LiquidationPanel } from "./liquidation-panel";
import { MarketRiskPanel } from "./market-risk-panel";
import { OraclePanel } from "./oracle-panel";
import styles from "./overview.module.css";
import { PositionsPanel } from "./positions-panel";
import { PredictionPanel } from "./prediction-panel";
import { PreviewPanel } from "./preview-panel";
import { StaleNotice } from "./stale-notice";
import { WalletHero } from "./wallet-hero";

export function Overview({ summary }: { summary: WalletSummaryAnswer }) {
  const { wallet_address: wallet, market, health } = summary;
  const stale = staleWords(summary.data_freshness);
  return (
    <div className={styles.stack}>
      {stale !== null && <StaleNotice words={stale} />}
      <WalletHero summary={summary} />
      <KeyFigures totals={summary.totals} />
      {!health.debt_free && (
        <div className={styles.pair}>
          <div className={styles.stack}>
            <LiquidationPanel prices={summary.liquidation_prices} />
            <HistoryPanel wallet={wallet} />
          </div>
          <div className={styles.stack}>
            <PredictionPanel prediction={summary.prediction} />
            <OraclePanel tolerances={summary.oracle_tolerance} />
          </div>
        </div>
      )}
      <PositionsPanel positions={summary.positions} balances={summary.balances} shared={summary.totals.shared_collateral} />
      {!health.debt_free && <PreviewPanel previews={summary.liquidation_previews} />}
      {health.debt_free && <HistoryPanel wallet={wallet} />}
      <div className={styles.halves}>
        <MarketRiskPanel market={market} />
        <ExposurePanel market={market} />
      </div>
      <FreshnessPanel summary={summary} />
    </div>
  );
}
