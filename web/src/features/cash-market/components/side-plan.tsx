import { formatAmount, formatRoundEuro } from "@/lib/format/numbers";
import type { Certificate, Side } from "../api/market-contracts";
import type { MakerShareAnswer, SidePlanAnswer } from "../api/preview-contracts";
import styles from "./preview.module.css";

interface SidePlanProps {
  side: Side;
  certificate: Certificate;
  plan: SidePlanAnswer;
}

/** Who places how much on one side, and how evenly. */
export function SidePlan({ side, certificate, plan }: SidePlanProps) {
  const giving = plan.mms.filter(({ available }) => available > 0);
  const without = plan.mms.length - giving.length;
  const most = Math.max(...plan.mms.map(({ allocation }) => allocation), 1);
  return (
    <section className={styles.side} data-side={side} aria-label={`${side === "BUY" ? "Bids" : "Asks"} in ${certificate}`}>
      <header>
        <h4>{side === "BUY" ? "Bids by liquidity providers" : "Asks by asset holders"}</h4>
        <p>
          <strong>{formatRoundEuro(plan.total_eur)}</strong> of {formatRoundEuro(plan.target_eur)} · {formatAmount(plan.total_certificates)} {certificate}
        </p>
      </header>
      <ul>
        {giving.map((maker) => (
          <Share key={maker.id} maker={maker} most={most} />
        ))}
        {without > 0 && <li className={styles.without}>{without === 1 ? "1 more holds none." : `${without} more hold none.`}</li>}
      </ul>
      <p className={styles.fairness}>{plan.fairness}</p>
    </section>
  );
}

function Share({ maker, most }: { maker: MakerShareAnswer; most: number }) {
  const { name, asset_type: asset, allocation, available, orders_count: orders, is_capped: isCapped } = maker;
  return (
    <li>
      <div>
        <span>
          {name} {isCapped && <em>gives all it has</em>}
        </span>
        <strong>{asset === "EUR" ? formatRoundEuro(allocation) : `${formatAmount(allocation)} ${asset}`}</strong>
      </div>
      <span className={styles.bar} aria-hidden="true">
        <i style={{ width: `${(100 * allocation) / most}%` }} />
      </span>
      <small>
        {orders} orders · has {asset === "EUR" ? formatRoundEuro(available) : `${formatAmount(available)} ${asset}`}
      </small>
    </li>
  );
}
