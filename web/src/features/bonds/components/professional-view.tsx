import styles from "./bond-detail-page.module.css";
import type { BondViewProps } from "./bond-translation";
import { ComponentBreakdown } from "./component-breakdown";
import { CostSurfacePanel } from "./cost-surface-panel";
import { FactsPanel } from "./facts-panel";
import { HistoryPanel } from "./history-panel";
import { KeyFigures } from "./key-figures";
import { LadderPanel } from "./ladder-panel";
import { MarketPanel } from "./market-panel";
import { Narrative } from "./narrative";
import { PartsNav } from "./parts-nav";
import { PlanPanel } from "./plan-panel";
import { ProvenancePanel } from "./provenance-panel";
import { RiskTable } from "./risk-table";
import { ScenarioPanel } from "./scenario-panel";
import { SecondIndexPanel } from "./second-index-panel";
import { SignalsPanel } from "./signals-panel";
import { SummaryPanel } from "./summary-panel";
import { TrustPanel } from "./trust-panel";
import { WaysOutPanel } from "./ways-out-panel";

interface ProfessionalViewProps extends BondViewProps {
  /** The instant of the translation that the provenance belongs to. */
  translatedAt: string;
}

/** Figures first, then every way of looking at them. */
export function ProfessionalView({ answer, translatedAt, isLoading, language, onLanguage, onSize }: ProfessionalViewProps) {
  const { isin, bond, liquidity_profile: profile, risk_summary: risk, trade_size: size } = answer;
  const currency = bond?.currency ?? null;
  return (
    <>
      <KeyFigures answer={answer} />
      <PartsNav />
      <div className={styles.stack}>
        <div className={styles.brief}>
          <Narrative
            text={answer.retail_narrative}
            asOf={answer.as_of}
            freshness={answer.data_freshness}
            language={language}
            onLanguage={onLanguage}
            compact
          />
        </div>
        <WaysOutPanel answer={answer} isLoading={isLoading} onSize={onSize} />
        <PlanPanel answer={answer} />
        <LadderPanel isin={isin} size={size} onSize={onSize} />
        <div className={styles.pair}>
          {profile && <CostSurfacePanel profile={profile} currency={currency} />}
          <HistoryPanel isin={isin} />
        </div>
        {risk && <RiskTable risk={risk} warnings={answer.risk_warnings} />}
        <div className={styles.pair}>
          <div className={styles.column}>
            {profile && <SecondIndexPanel profile={profile} />}
            {profile && <ComponentBreakdown profile={profile} audience="professional" />}
          </div>
          <div className={styles.column}>
            {profile && <MarketPanel profile={profile} currency={currency} audience="professional" />}
            {bond && <FactsPanel isin={isin} bond={bond} />}
          </div>
        </div>
        {profile && <SignalsPanel profile={profile} />}
        <ScenarioPanel isin={isin} size={size} />
        {answer.professional_summary && <SummaryPanel text={answer.professional_summary} />}
        <div className={styles.pair}>
          <TrustPanel answer={answer} />
          <ProvenancePanel answer={answer} translatedAt={translatedAt} />
        </div>
      </div>
    </>
  );
}
