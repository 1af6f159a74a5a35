import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { ScoreBar } from "@/components/score-bar";
import { ScrollTable } from "@/components/scroll-table";
import { Skeleton } from "@/components/skeleton";
import { formatInstant, formatMinutes } from "@/lib/format/dates";
import { formatAmount, formatBasisPoints, formatFigure, formatMoney, formatShare } from "@/lib/format/numbers";
import type { LadderRung } from "../api/exit-contracts";
import { useLadder } from "../api/get-ladder";
import { pathName } from "../model/exit-wording";
import styles from "./ladder-panel.module.css";

interface LadderPanelProps {
  isin: string;
  size: number;
  onSize: (size: number) => void;
}

/** What changes with the size of the trade. */
export function LadderPanel({ isin, size, onSize }: LadderPanelProps) {
  const { data: ladder, isPending, isError, error } = useLadder(isin);
  return (
    <Panel anchor="sizes" title="By trade size" note={ladder && `As of ${formatInstant(ladder.as_of)}; choose a size to look at it`}>
      {isPending && <Skeleton lines={5} label="Loading the sizes" />}
      {isError && !ladder && <Notice tone="error" text={error.message} />}
      {ladder && (
        <ScrollTable label="Ways out by trade size">
          <thead>
            <tr>
              <th scope="col">Size {ladder.currency}</th>
              <th scope="col" data-text="">
                Best way out
              </th>
              <th scope="col">Fill p</th>
              <th scope="col">Time</th>
              <th scope="col">Price</th>
              <th scope="col">Eff. spread</th>
              <th scope="col">Cost</th>
              <th scope="col">Slippage at once</th>
              <th scope="col">Split</th>
            </tr>
          </thead>
          <tbody>
            {ladder.rungs.map((rung) => (
              <Rung key={rung.trade_size} rung={rung} currency={ladder.currency} isCurrent={rung.trade_size === size} onSize={onSize} />
            ))}
          </tbody>
        </ScrollTable>
      )}
    </Panel>
  );
}

interface RungProps {
  rung: LadderRung;
  currency: string | null;
  isCurrent: boolean;
  onSize: (size: number) => void;
}

function Rung({ rung, currency, isCurrent, onSize }: RungProps) {
  return (
    <tr data-size={rung.trade_size} aria-current={isCurrent || undefined}>
      <th scope="row">
        <button type="button" className={styles.size} onClick={() => onSize(rung.trade_size)}>
          {formatAmount(rung.trade_size)}
        </button>
      </th>
      <td data-text="">{rung.best_path ? pathName(rung.best_path, "professional") : "None"}</td>
      <td>
        <span className={styles.chance}>
          <ScoreBar value={rung.fill_probability} max={1} />
          {formatShare(rung.fill_probability)}
        </span>
      </td>
      <td>{formatMinutes(rung.expected_time_to_exit_minutes)}</td>
      <td>{formatFigure(rung.expected_price)}</td>
      <td>{formatBasisPoints(rung.expected_spread_bps)}</td>
      <td>{formatMoney(rung.cost, currency)}</td>
      <td>{formatBasisPoints(rung.quoted_slippage_bps)}</td>
      <td>{splitText(rung)}</td>
    </tr>
  );
}

function splitText({ split_parts: parts, split_fill: fill }: LadderRung): string {
  if (parts === 0) return "–";
  return parts === 1 ? "whole" : `${parts} parts, ${formatShare(fill)}`;
}
