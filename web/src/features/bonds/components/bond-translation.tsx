import { PageTitle } from "@/components/page-title";
import { formatDay } from "@/lib/format/dates";
import { formatCoupon } from "@/lib/format/numbers";
import { useAudience } from "@/lib/services";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { useLiveBond } from "../api/use-live-bond";
import styles from "./bond-detail-page.module.css";
import { ComponentBreakdown } from "./component-breakdown";
import { FactsPanel } from "./facts-panel";
import { IndexGauge } from "./index-gauge";
import { MarketPanel } from "./market-panel";
import { Narrative } from "./narrative";
import { ProvenancePanel } from "./provenance-panel";
import { TrustPanel } from "./trust-panel";

/** A bond from top to bottom: words first, then the figures behind them. */
export function BondTranslation({ answer }: { answer: LiquidityRiskAnswer }) {
  const audience = useAudience();
  const live = useLiveBond(answer);
  const { bond, liquidity_profile: profile } = live;
  const facts = bond && [
    live.isin,
    bond.coupon_percent === null ? null : formatCoupon(bond.coupon_percent),
    bond.maturity && `repaid ${formatDay(bond.maturity)}`,
    bond.currency,
    `rated ${bond.rating}`,
  ];
  return (
    <article>
      <PageTitle title={bond?.issuer ?? live.isin} />
      {facts && <p className={styles.subtitle}>{facts.filter(Boolean).join(" · ")}</p>}
      <div className={styles.hero}>
        <Narrative text={live.retail_narrative} asOf={live.as_of} freshness={live.data_freshness} />
        {profile && <IndexGauge profile={profile} audience={audience} />}
      </div>
      <div className={styles.grid}>
        <div className={styles.column}>
          {profile && <ComponentBreakdown profile={profile} audience={audience} />}
          <TrustPanel answer={live} />
          {audience === "professional" && <ProvenancePanel answer={live} translatedAt={answer.as_of} />}
        </div>
        <div className={styles.column}>
          {profile && <MarketPanel profile={profile} currency={bond?.currency ?? null} audience={audience} />}
          {bond && <FactsPanel isin={live.isin} bond={bond} />}
        </div>
      </div>
    </article>
  );
}
