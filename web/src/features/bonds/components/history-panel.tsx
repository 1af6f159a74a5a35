import { useState } from "react";
import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { Segmented } from "@/components/segmented";
import { Skeleton } from "@/components/skeleton";
import { formatAmount } from "@/lib/format/numbers";
import { useHistory } from "../api/get-history";
import { isSwitch, RANGES, seriesOf } from "../model/history";
import styles from "./history-panel.module.css";
import { HistoryTable } from "./history-table";
import { TimeChart } from "./time-chart";

/** How index, spread and risk have developed. */
export function HistoryPanel({ isin }: { isin: string }) {
  const [hours, setHours] = useState<number | null>(1);
  const [at, setAt] = useState<number | null>(null);
  const { data, isPending, isError, error, isPlaceholderData } = useHistory(isin, hours);
  const points = data?.points ?? [];
  const note = data && `${formatAmount(points.length)} points${data.isComplete ? "" : ", the first of more"}`;
  const switches = points.filter((point, i) => isSwitch(point, points[i - 1])).length;
  return (
    <Panel anchor="history" title="History" note={note}>
      <div className={styles.history} data-field="history">
        <Segmented label="Period of the history" options={RANGES} value={hours} onChange={setHours} />
        {isPending && <Skeleton lines={6} label="Loading the history" />}
        {isError && !data && <Notice tone="error" text={error.message} />}
        {data && points.length === 0 && <p>Nothing was recorded in this period.</p>}
        {points.length > 0 && (
          <div className={styles.charts} aria-busy={isPlaceholderData}>
            {seriesOf(points).map((series) => (
              <TimeChart key={series.name} series={series} at={at} onAt={setAt} />
            ))}
          </div>
        )}
        {points.length > 0 && (
          <p className={styles.note}>
            The best way out changed {switches === 1 ? "once" : `${switches} times`} in this period. The charts can be read point by point with the
            arrow keys.
          </p>
        )}
        {points.length > 0 && <HistoryTable points={points} />}
      </div>
    </Panel>
  );
}
