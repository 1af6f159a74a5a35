import type { BondViewProps } from "./bond-translation";
import styles from "./bond-detail-page.module.css";
import { ComponentBreakdown } from "./component-breakdown";
import { ExitsPanel } from "./exits-panel";
import { FactsPanel } from "./facts-panel";
import { IndexGauge } from "./index-gauge";
import { MarketPanel } from "./market-panel";
import { Narrative } from "./narrative";
import { OutlookPanel } from "./outlook-panel";
import { RiskGauge } from "./risk-gauge";
import { RiskKindsPanel } from "./risk-kinds-panel";
import { TrustPanel } from "./trust-panel";

/** Words first, then the ways out, then the figures behind them. */
export function RetailView({ answer, isLoading, language, onLanguage, onSize }: BondViewProps) {
  const { bond, liquidity_profile: profile, risk_summary: risk } = answer;
  return (
    <>
      <div className={styles.hero}>
        <Narrative text={answer.retail_narrative} asOf={answer.as_of} freshness={answer.data_freshness} language={language} onLanguage={onLanguage} />
        <div className={styles.gauges}>
          {profile && <IndexGauge profile={profile} audience="retail" />}
          <RiskGauge risk={risk} audience="retail" />
        </div>
      </div>
      <ExitsPanel answer={answer} isLoading={isLoading} onSize={onSize} />
      <div className={styles.grid}>
        <div className={styles.column}>
          <OutlookPanel answer={answer} />
          {profile && <ComponentBreakdown profile={profile} audience="retail" />}
          <TrustPanel answer={answer} />
          {bond && <FactsPanel isin={answer.isin} bond={bond} />}
        </div>
        <div className={styles.column}>
          {risk && <RiskKindsPanel risk={risk} />}
          {profile && <MarketPanel profile={profile} currency={bond?.currency ?? null} audience="retail" />}
        </div>
      </div>
    </>
  );
}
