import { useState } from "react";
import { Panel } from "@/components/panel";
import { Segmented } from "@/components/segmented";
import { Skeleton } from "@/components/skeleton";
import { useHistory } from "../api/get-history";
import type { WalletHistoryPoint } from "../api/history-contracts";
import { MEASURES, samplesOf } from "../model/history";
import { HistoryChart } from "./history-chart";
import styles from "./history-panel.module.css";

const PERIODS: readonly { value: number; text: string }[] = [
  { value: 24, text: "24 hours" },
  { value: 24 * 7, text: "7 days" },
  { value: 24 * 30, text: "30 days" },
];

/** A wallet's figures over time. */
export function HistoryPanel({ wallet }: { wallet: string }) {
  const [hours, setHours] = useState(24 * 7);
  const { data, error, isPending, refetch } = useHistory(wallet, hours);
  return (
    <Panel title="Over time" note={<Segmented label="Period" options={PERIODS} value={hours} onChange={setHours} />}>
      {isPending && <Skeleton lines={6} label="Loading the history" />}
      {error && !data && (
        <p role="alert">
          {error.message}{" "}
          <button type="button" className="button" data-size="small" onClick={() => void refetch()}>
            Try again
          </button>
        </p>
      )}
      {data && <History points={data.points} />}
    </Panel>
  );
}

function History({ points }: { points: readonly WalletHistoryPoint[] }) {
  const [key, setKey] = useState("health");
  const measure = MEASURES.find((m) => m.key === key) ?? MEASURES[0];
  if (!measure) return null;
  const samples = samplesOf(points, measure);
  const isDrawn = samples.filter(({ value }) => value !== null).length > 1;
  return (
    <div className={styles.history}>
      <Segmented label="Figure" options={MEASURES.map((m) => ({ value: m.key, text: m.name }))} value={measure.key} onChange={setKey} />
      {isDrawn ? (
        <HistoryChart samples={samples} measure={measure} />
      ) : (
        <p className="quiet">There is not enough history to draw yet. A watched wallet gets a point every hour.</p>
      )}
    </div>
  );
}
