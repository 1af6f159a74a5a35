import { Panel } from "@/components/panel";
import { formatAmount } from "@/lib/format/numbers";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { ExitFeedback } from "./exit-feedback";
import { ExitTable } from "./exit-table";
import { SizeNews } from "./exits-panel";
import { FactorBars } from "./factor-bars";
import { TradeSizeControl } from "./trade-size-control";
import styles from "./ways-out-panel.module.css";

interface WaysOutPanelProps {
  answer: LiquidityRiskAnswer;
  isLoading: boolean;
  onSize: (size: number) => void;
}

/** The ways out for a professional: size, figures, and what moves each probability. */
export function WaysOutPanel({ answer, isLoading, onSize }: WaysOutPanelProps) {
  const currency = answer.bond?.currency ?? null;
  const open = answer.exit_recommendations.filter((exit) => exit.feasible);
  const best = open[0];
  const scale = Math.max(1, ...open.flatMap((exit) => exit.factors.map((f) => Math.abs(f.contribution ?? 0))));
  return (
    <Panel anchor="ways-out" title="Ways out" note={`For ${currency ?? ""} ${formatAmount(answer.trade_size)} of face value`}>
      <div className={styles.stack} data-field="exits">
        <TradeSizeControl size={answer.trade_size} currency={currency} label="Trade size" onChange={onSize} />
        <SizeNews answer={answer} />
        <div aria-busy={isLoading} className={styles.table}>
          <ExitTable exits={answer.exit_recommendations} />
        </div>
        {open.length > 0 && (
          <div className={styles.factors}>
            {open.map((exit) => (
              <FactorBars key={exit.path} exit={exit} scale={scale} />
            ))}
          </div>
        )}
        {best && <ExitFeedback key={`${answer.trade_size} ${best.path}`} answer={answer} exit={best} />}
      </div>
    </Panel>
  );
}
