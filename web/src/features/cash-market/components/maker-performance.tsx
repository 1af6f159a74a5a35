import { ScoreBar } from "@/components/score-bar";
import { formatAmount, formatBasisPoints, formatShare } from "@/lib/format/numbers";
import type { MakerPerformanceAnswer } from "../api/maker-contracts";
import styles from "./maker-card.module.css";

/** How well a market maker works, by market. */
export function MakerPerformance({ performance }: { performance: readonly MakerPerformanceAnswer[] }) {
  if (performance.length === 0) return <p className={styles.none}>Has not quoted yet.</p>;
  return performance.map((market) => (
    <dl key={market.certificate_type} className={styles.performance} aria-label={`Performance in ${market.certificate_type}`}>
      <div>
        <dt>{market.certificate_type} at best price</dt>
        <dd>
          {formatShare(market.time_at_top)}
          <ScoreBar value={market.time_at_top} max={1} />
        </dd>
      </div>
      <div>
        <dt>Filled</dt>
        <dd>
          {formatShare(market.fill_ratio)}
          <ScoreBar value={market.fill_ratio} max={1} />
        </dd>
      </div>
      <div>
        <dt>From the mid</dt>
        <dd>{formatBasisPoints(market.average_spread_bps)}</dd>
      </div>
      <div>
        <dt>Trades</dt>
        <dd>
          {formatAmount(market.trades)} <small>{formatAmount(market.volume)} traded</small>
        </dd>
      </div>
    </dl>
  ));
}
