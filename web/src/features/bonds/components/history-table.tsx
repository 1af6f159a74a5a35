import { ScrollTable } from "@/components/scroll-table";
import { formatInstant, formatMinutes } from "@/lib/format/dates";
import { formatBasisPoints, formatExactScore, formatPrice, formatShare } from "@/lib/format/numbers";
import type { HistoryPoint } from "../api/bond-contracts";
import { pathName } from "../model/exit-wording";
import styles from "./history-panel.module.css";

const MOST = 50;

/** The newest points as figures. */
export function HistoryTable({ points }: { points: HistoryPoint[] }) {
  const newest = points.slice(-MOST).reverse();
  return (
    <details className={styles.points}>
      <summary>The newest points as a table</summary>
      <ScrollTable label="History, newest first">
        <thead>
          <tr>
            <th scope="col">As of</th>
            <th scope="col">Index</th>
            <th scope="col">Spread</th>
            <th scope="col">Mid</th>
            <th scope="col">Risk</th>
            <th scope="col" data-text="">
              Best way out
            </th>
            <th scope="col">Fill p</th>
            <th scope="col">Time</th>
            <th scope="col">Confidence</th>
          </tr>
        </thead>
        <tbody>
          {newest.map((point) => (
            <tr key={`${point.as_of} ${point.inputs_hash}`}>
              <th scope="row">{formatInstant(point.as_of)}</th>
              <td>{formatExactScore(point.liquidity_index)}</td>
              <td>{formatBasisPoints(point.spread_bps)}</td>
              <td>{formatPrice(point.mid)}</td>
              <td>{formatExactScore(point.risk_score)}</td>
              <td data-text="">{point.best_path ? pathName(point.best_path, "professional") : "–"}</td>
              <td>{formatShare(point.fill_probability)}</td>
              <td>{formatMinutes(point.time_to_exit_minutes)}</td>
              <td>{formatShare(point.confidence_overall)}</td>
            </tr>
          ))}
        </tbody>
      </ScrollTable>
    </details>
  );
}
