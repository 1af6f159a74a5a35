import { useState } from "react";
import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { Segmented } from "@/components/segmented";
import { Skeleton } from "@/components/skeleton";
import { useCandles } from "../api/list-candles";
import type { CandleInterval, Certificate, TradeAnswer } from "../api/market-contracts";
import { withTrades } from "../model/trades";
import { CandleChart } from "./candle-chart";
import styles from "./candles.module.css";

const INTERVALS: readonly { value: CandleInterval; text: string }[] = [
  { value: "1m", text: "1 min" },
  { value: "1h", text: "1 hour" },
  { value: "1d", text: "1 day" },
];

/** Prices over time, by the minute, hour or day. */
export function CandlePanel({ certificate, trades }: { certificate: Certificate; trades: readonly TradeAnswer[] }) {
  const [interval, setInterval] = useState<CandleInterval>("1m");
  const { data, dataUpdatedAt, error, isPending, isPlaceholderData } = useCandles(certificate, interval);
  const candles = data && (isPlaceholderData ? data.items : withTrades(data.items, trades, data.interval, dataUpdatedAt));
  return (
    <Panel title="Price" note="Intervals without trades are left out">
      <div className={styles.candles} aria-busy={isPlaceholderData}>
        <Segmented label="Interval" options={INTERVALS} value={interval} onChange={setInterval} />
        {isPending && <Skeleton lines={6} label="Loading prices" />}
        {error && !data && <Notice tone="error" text={error.message} />}
        {candles?.length === 0 && <p className="quiet">Nothing was traded in this period.</p>}
        {candles && candles.length > 0 && <CandleChart candles={candles} interval={data.interval} />}
      </div>
    </Panel>
  );
}
