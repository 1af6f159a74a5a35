import { LiveValue } from "@/components/live-value";
import { ScoreBar } from "@/components/score-bar";
import { formatCompact } from "@/lib/format/compact";
import { formatDay, formatInstant, formatInstantInFull } from "@/lib/format/dates";
import { formatAmount, formatCoupon, formatPrice } from "@/lib/format/numbers";
import { Link } from "@/lib/router/router";
import { useAudience } from "@/lib/services";
import type { BondListItem } from "../api/contracts";
import { useLiveRow } from "../api/use-live-row";
import { type ListQuery, type Sort, sortBy } from "../model/list-query";
import { minutesText, pathName } from "../model/list-wording";
import { freshnessWord, wordsFor } from "../model/wording";
import { AlertBadge } from "./alert-badge";
import styles from "./bond-table.module.css";
import { IndexTrend } from "./index-trend";
import { LevelMark } from "./level-mark";
import { ListedRisk } from "./listed-risk";
import { indexText, spreadText } from "./texts";

interface BondTableProps {
  items: readonly BondListItem[];
  query: ListQuery;
  onSort: (query: ListQuery) => void;
}

export function BondTable({ items, query, onSort }: BondTableProps) {
  const words = wordsFor(useAudience());
  const header = (name: string, sort: Sort, className?: string) => (
    <th
      scope="col"
      className={className}
      aria-sort={query.sort !== sort ? undefined : query.order === "asc" ? "ascending" : "descending"}
    >
      <button type="button" onClick={() => onSort(sortBy(query, sort))}>
        {name}
        {query.sort === sort && <span aria-hidden="true">{query.order === "asc" ? "↑" : "↓"}</span>}
      </button>
    </th>
  );
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className="visually-hidden">Bonds; the figures change live, the order stays until you sort again</caption>
        <thead>
          <tr>
            {header("Issuer", "issuer")}
            {header("Maturity", "maturity")}
            {header(words.index, "index")}
            <th scope="col">Trend</th>
            {header("Risk", "risk")}
            {header("Best way out", "exit")}
            {header("Alerts", "alert")}
            <th scope="col" className={styles.number}>
              {words.bid}
              <span className={styles.second}>{words.ask}</span>
            </th>
            {header(words.spread, "spread", styles.number)}
            {header(words.volume, "volume", styles.number)}
            <th scope="col" className={styles.number}>
              Updated
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <BondRow key={item.isin} item={item} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BondRow({ item }: { item: BondListItem }) {
  const audience = useAudience();
  const bond = useLiveRow(item);
  return (
    <tr data-isin={bond.isin}>
      <th scope="row">
        <Link href={`/bonds/${bond.isin}`}>{bond.issuer ?? bond.isin}</Link>
        <span className={styles.second}>
          {bond.isin}
          {bond.rating && ` · ${bond.rating}`}
        </span>
      </th>
      <td>
        {formatDay(bond.maturity)}
        <span className={styles.second}>
          {formatCoupon(bond.coupon_percent)} {bond.currency}
        </span>
      </td>
      <td>
        <div className={styles.index}>
          <LiveValue value={bond.liquidity_index}>
            <strong data-field="index">{indexText(bond.liquidity_index, audience)}</strong>
          </LiveValue>
          <LevelMark level={bond.liquidity_level} />
          <ScoreBar value={bond.liquidity_index} tone={bond.liquidity_level ?? undefined} />
        </div>
      </td>
      <td>
        <IndexTrend bond={bond} />
      </td>
      <td>
        <ListedRisk score={bond.risk_score} level={bond.risk_level} />
      </td>
      <td>
        {bond.best_path === null ? <span className="quiet">None</span> : pathName(bond.best_path)}
        {bond.best_path !== null && <span className={styles.second}>{minutesText(bond.time_to_exit_minutes)}</span>}
      </td>
      <td>
        <AlertBadge bond={bond} />
      </td>
      <td className={styles.number}>
        <LiveValue value={bond.bid}>{formatPrice(bond.bid)}</LiveValue>
        <span className={styles.second}>
          <LiveValue value={bond.ask}>{formatPrice(bond.ask)}</LiveValue>
        </span>
      </td>
      <td className={styles.number}>
        <LiveValue value={bond.spread_bps}>{spreadText(bond.spread_bps, audience)}</LiveValue>
      </td>
      <td className={styles.number}>
        <LiveValue value={bond.volume_face}>
          <span title={formatAmount(bond.volume_face)}>{formatCompact(bond.volume_face)}</span>
        </LiveValue>
      </td>
      <td className={styles.number}>
        <time dateTime={bond.as_of} title={formatInstantInFull(bond.as_of)}>
          {formatInstant(bond.as_of)}
        </time>
        <span className={styles.second}>{freshnessWord(bond.data_freshness)}</span>
      </td>
    </tr>
  );
}
