import { Figure, Figures } from "@/components/figures";
import { formatAmount, formatScore, formatShare } from "@/lib/format/numbers";
import { SEVERITIES } from "../api/alert-contracts";
import type { KpiAnswer } from "../api/kpi-contracts";
import { budgetText, millisecondsText, pointsText } from "../model/kpi-wording";
import { FreshnessBar } from "./freshness-bar";
import styles from "./kpi-page.module.css";
import { KpiTile } from "./kpi-tile";
import { SeverityMark } from "./severity-mark";

const share = (value: number | null): string | null => (value === null ? null : formatShare(value));
const NO_SALES = "No sale with a known time has been reported yet.";

export function KpiTiles({ kpis }: { kpis: KpiAnswer }) {
  const { adoption, fill_time: time, index_drift: drift, confidence, delivery, error_budget: budget } = kpis;
  const open = SEVERITIES.reduce((sum, severity) => sum + (kpis.alerts[severity] ?? 0), 0);
  return (
    <div className={styles.tiles}>
      <KpiTile title="Adoption" value={share(adoption.rate)} unit="of recommendations followed" empty="No feedback yet.">
        <p className={styles.note}>{formatAmount(adoption.answered)} answered</p>
      </KpiTile>
      <KpiTile title="Error of predicted times" value={share(time.mean_absolute_percentage_error)} unit="on average (MAPE)" empty={NO_SALES}>
        <p className={styles.note}>{formatAmount(time.filled)} filled sales</p>
      </KpiTile>
      <KpiTile title="Coverage of the time band" value={share(time.interval_coverage)} unit="sold within the band" empty={NO_SALES}>
        <p className={styles.note}>{formatAmount(time.filled)} filled sales</p>
      </KpiTile>
      <KpiTile title="Index" value={drift.mean === null ? null : formatScore(drift.mean)} unit={`mean of ${formatAmount(drift.bonds)} bonds`} empty="No bond has an index yet.">
        <Figures>
          <Figure name="Mean change">{pointsText(drift.mean_change)}</Figure>
          <Figure name="Mean size of a change">{pointsText(drift.mean_absolute_change).replace("+", "")}</Figure>
        </Figures>
      </KpiTile>
      <KpiTile title="Freshness of data" value={kpis.freshness.bonds === 0 ? null : formatShare(kpis.freshness.shares.real_time ?? 0)} unit="of bonds live" empty="No bond is known yet.">
        <FreshnessBar shares={kpis.freshness.shares} />
      </KpiTile>
      <KpiTile title="Confidence" value={share(confidence.mean)} unit="on average" empty="No bond is known yet.">
        <Figures>
          <Figure name="Bonds below 50%">{formatShare(confidence.low)}</Figure>
        </Figures>
      </KpiTile>
      <KpiTile title="Open alerts" value={formatAmount(open)} unit={open === 1 ? "alert" : "alerts"} empty="">
        <ul className={styles.severities}>
          {SEVERITIES.map((severity) => (
            <li key={severity}>
              <SeverityMark severity={severity} /> {formatAmount(kpis.alerts[severity] ?? 0)}
            </li>
          ))}
        </ul>
      </KpiTile>
      <KpiTile title="Delivery" value={delivery.p50_ms === null ? null : millisecondsText(delivery.p50_ms)} unit="median to publish" empty="Nothing has been published yet.">
        <Figures>
          <Figure name="99 of 100 within">{millisecondsText(delivery.p99_ms)}</Figure>
          <Figure name="Messages">{formatAmount(delivery.published)}</Figure>
        </Figures>
      </KpiTile>
      <KpiTile title="Error budget" value={budget.remaining < 0 ? "Overspent" : formatShare(budget.remaining)} unit={budget.remaining < 0 ? "" : "left"} empty="">
        <Figures>
          <Figure name="Failures">{budgetText(budget)}</Figure>
          <Figure name="Events parked">{formatAmount(budget.dead_letters)}</Figure>
        </Figures>
      </KpiTile>
    </div>
  );
}
