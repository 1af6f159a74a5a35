import { Notice } from "@/components/notice";
import { PageTitle } from "@/components/page-title";
import { Skeleton } from "@/components/skeleton";
import { formatInstant } from "@/lib/format/dates";
import { readsKpis, useRoles } from "@/lib/session/use-roles";
import type { KpiAnswer } from "../api/kpi-contracts";
import { useKpis } from "../api/read-kpis";
import { FillProbabilityPanel } from "./fill-probability-panel";
import styles from "./kpi-page.module.css";
import { KpiTiles } from "./kpi-tiles";
import { SurvivalPanel } from "./survival-panel";

export function KpiPage() {
  const mayRead = readsKpis(useRoles());
  return (
    <>
      <PageTitle title="KPIs" />
      <p className={styles.lead}>Whether the figures hold what they promise, and how the service runs.</p>
      {mayRead ? <Kpis /> : <Notice title="Not for this role" text="The KPIs are for professionals, risk managers, compliance and administrators." />}
    </>
  );
}

function Kpis() {
  const kpis = useKpis();
  if (kpis.data) return <KpiPanels kpis={kpis.data} />;
  if (kpis.isPending) return <Skeleton lines={10} label="Loading the KPIs" />;
  return (
    <Notice tone="error" title="The KPIs could not be loaded" text={kpis.error.message}>
      <button type="button" className="button" onClick={() => void kpis.refetch()}>
        Try again
      </button>
    </Notice>
  );
}

/** All measures: the tiles first, then how predictions compare with what happened. */
export function KpiPanels({ kpis }: { kpis: KpiAnswer }) {
  return (
    <>
      <p className={styles.asOf}>As of {formatInstant(kpis.as_of)}</p>
      {kpis.adoption.answered === 0 && (
        <p className={styles.noFeedback} data-field="no-feedback">
          There is no feedback on recommendations yet. How often they are followed, and whether their times and probabilities hold, is measured as soon as sales
          are reported.
        </p>
      )}
      <KpiTiles kpis={kpis} />
      <div className={styles.charts}>
        <FillProbabilityPanel paths={kpis.fill_probability} />
        <SurvivalPanel fillTime={kpis.fill_time} />
      </div>
    </>
  );
}
