import { formatEuro, formatFigure, formatPercent } from "@/lib/format/numbers";
import type { CertificatePlanAnswer } from "../api/preview-contracts";
import { sourceText } from "../model/preview";
import { PlanRemarks } from "./plan-remarks";
import styles from "./preview.module.css";
import { PriceAxisChart } from "./price-axis-chart";
import { SidePlan } from "./side-plan";

const spreadText = (spread: number | null): string => (spread === null ? "none" : formatPercent(spread));

/** The plan for one certificate: prices in the middle, who places what on either side. */
export function PlanView({ plan, isOnly = false }: { plan: CertificatePlanAnswer; isOnly?: boolean }) {
  const { certificate_type: certificate, bid_plan: bids, ask_plan: asks } = plan;
  return (
    <section className={styles.plan} aria-label={`Plan for ${certificate}`}>
      <header>
        <h3>{isOnly ? "Price levels" : certificate}</h3>
        <dl>
          <div>
            <dt>Reference</dt>
            <dd>
              {formatEuro(plan.reference_price)} <span>{sourceText(plan.reference_source)}</span>
            </dd>
          </div>
          <div>
            <dt>Spread</dt>
            <dd>
              {spreadText(plan.spread_before)} <span>now, with the plan</span> {spreadText(plan.spread_after)}
            </dd>
          </div>
          {plan.level_scale !== 1 && (
            <div>
              <dt>Levels</dt>
              <dd>{formatFigure(plan.level_scale)} × as far apart, for volatility</dd>
            </div>
          )}
        </dl>
      </header>
      {(bids ?? asks) && <PriceAxisChart plan={plan} />}
      <div className={styles.sides}>
        {bids && <SidePlan side="BUY" certificate={certificate} plan={bids} />}
        {asks && <SidePlan side="SELL" certificate={certificate} plan={asks} />}
      </div>
      <PlanRemarks plan={plan} />
    </section>
  );
}
