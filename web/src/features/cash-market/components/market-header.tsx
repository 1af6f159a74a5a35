import { LiveValue } from "@/components/live-value";
import { PageTitle } from "@/components/page-title";
import { formatAmount, formatBasisPoints, formatPrice, formatSigned, formatSignedPercent } from "@/lib/format/numbers";
import { useStats } from "../api/get-stats";
import type { BookAnswer, Certificate, TradeAnswer } from "../api/market-contracts";
import styles from "./market-header.module.css";

export const CERTIFICATE_NAMES: Record<Certificate, string> = { EUA: "EU Allowances", CEA: "China Emission Allowances" };

interface MarketHeaderProps {
  certificate: Certificate;
  book: BookAnswer | null;
  lastTrade: TradeAnswer | null;
}

/** Where the market stands: the last price large, the day's figures beside it. */
export function MarketHeader({ certificate, book, lastTrade }: MarketHeaderProps) {
  const stats = useStats(certificate).data;
  const last = lastTrade?.price ?? book?.last_price ?? stats?.last_price ?? null;
  const before = stats?.last_price != null && stats.change != null ? stats.last_price - stats.change : null;
  const change = last !== null && before !== null ? last - before : null;
  const percent = change !== null && before ? (100 * change) / before : null;
  const direction = change === null || Math.abs(change) < 0.005 ? "none" : change > 0 ? "up" : "down";
  const figures: [string, string][] = [
    ["24 h high", formatPrice(stats?.high == null ? null : Math.max(stats.high, last ?? stats.high))],
    ["24 h low", formatPrice(stats?.low == null ? null : Math.min(stats.low, last ?? stats.low))],
    ["24 h volume", `${formatAmount(stats?.volume)} ${certificate}`],
    ["Spread", book?.spread == null ? formatPrice(null) : `${formatPrice(book.spread)} (${formatBasisPoints(book.spread_bps)})`],
  ];
  return (
    <header className={styles.header}>
      <div className={styles.name}>
        <PageTitle title={`${certificate} cash market`}>
          {certificate} <span>cash market</span>
        </PageTitle>
        <p>{CERTIFICATE_NAMES[certificate]} against euros, one certificate for one tonne of CO₂</p>
      </div>
      <dl className={styles.figures}>
        <div className={styles.last}>
          <dt>Last price, EUR</dt>
          <dd>
            <strong data-field="last-price">
              <LiveValue value={last}>{formatPrice(last)}</LiveValue>
            </strong>
            {change !== null && (
              <span className={styles.change} data-direction={direction}>
                {direction !== "none" && <span aria-hidden="true">{direction === "up" ? "▲" : "▼"}</span>}
                {direction !== "none" && <span className="visually-hidden">{direction === "up" ? "up " : "down "}</span>}
                {formatSigned(change)} ({formatSignedPercent(percent)})
              </span>
            )}
          </dd>
        </div>
        {figures.map(([name, text]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <LiveValue value={text}>{text}</LiveValue>
            </dd>
          </div>
        ))}
      </dl>
    </header>
  );
}
