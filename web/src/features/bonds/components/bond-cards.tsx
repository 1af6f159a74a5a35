import { LiveValue } from "@/components/live-value";
import { ScoreBar } from "@/components/score-bar";
import { formatDay, formatInstant } from "@/lib/format/dates";
import { formatCoupon, formatPrice } from "@/lib/format/numbers";
import { Link } from "@/lib/router/router";
import { useAudience } from "@/lib/services";
import type { BondListItem } from "../api/contracts";
import { useLiveRow } from "../api/use-live-row";
import { minutesText, pathName } from "../model/list-wording";
import { freshnessWord, wordsFor } from "../model/wording";
import { AlertBadge } from "./alert-badge";
import styles from "./bond-cards.module.css";
import { IndexTrend } from "./index-trend";
import { LevelMark } from "./level-mark";
import { ListedRisk } from "./listed-risk";
import { indexText, spreadText } from "./texts";

/** The list on a phone. */
export function BondCards({ items }: { items: readonly BondListItem[] }) {
  return (
    <ul className={styles.cards}>
      {items.map((item) => (
        <BondCard key={item.isin} item={item} />
      ))}
    </ul>
  );
}

function BondCard({ item }: { item: BondListItem }) {
  const audience = useAudience();
  const words = wordsFor(audience);
  const bond = useLiveRow(item);
  const repaid = bond.maturity ? `, repaid ${formatDay(bond.maturity)}` : "";
  return (
    <li className={styles.card} data-isin={bond.isin}>
      <div className={styles.head}>
        <div>
          <Link href={`/bonds/${bond.isin}`}>{bond.issuer ?? bond.isin}</Link>
          <p>
            {[formatCoupon(bond.coupon_percent), bond.currency].filter(Boolean).join(" ")}
            {repaid}
          </p>
        </div>
        <LiveValue value={bond.liquidity_index}>
          <strong data-field="index">{indexText(bond.liquidity_index, audience)}</strong>
        </LiveValue>
      </div>
      <ScoreBar value={bond.liquidity_index} tone={bond.liquidity_level ?? undefined} />
      <div className={styles.line}>
        <LevelMark level={bond.liquidity_level} />
        <span className={styles.place}>
          {bond.rating && `Rated ${bond.rating} · `}
          {bond.isin}
        </span>
      </div>
      <dl className={styles.quotes}>
        <div>
          <dt>Risk</dt>
          <dd>
            <ListedRisk score={bond.risk_score} level={bond.risk_level} />
          </dd>
        </div>
        <div>
          <dt>Best way out</dt>
          <dd>{bond.best_path === null ? "None" : `${pathName(bond.best_path)}, ${minutesText(bond.time_to_exit_minutes)}`}</dd>
        </div>
        <div>
          <dt>Trend</dt>
          <dd>
            <IndexTrend bond={bond} />
          </dd>
        </div>
      </dl>
      <dl className={styles.quotes}>
        <div>
          <dt>{words.bid}</dt>
          <dd>
            <LiveValue value={bond.bid}>{formatPrice(bond.bid)}</LiveValue>
          </dd>
        </div>
        <div>
          <dt>{words.ask}</dt>
          <dd>
            <LiveValue value={bond.ask}>{formatPrice(bond.ask)}</LiveValue>
          </dd>
        </div>
        <div>
          <dt>{words.spread}</dt>
          <dd>
            <LiveValue value={bond.spread_bps}>{spreadText(bond.spread_bps, audience)}</LiveValue>
          </dd>
        </div>
      </dl>
      <div className={styles.line}>
        <span className={styles.updated}>
          {freshnessWord(bond.data_freshness)}, updated {formatInstant(bond.as_of)}
        </span>
        {bond.open_alerts > 0 && <AlertBadge bond={bond} />}
      </div>
    </li>
  );
}
