import { useState } from "react";
import { formatMinutes } from "@/lib/format/dates";
import { formatAmount, formatMoney } from "@/lib/format/numbers";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { chanceText, pathName } from "../model/exit-wording";
import { ExitCard } from "./exit-card";
import { ExitFeedback } from "./exit-feedback";
import styles from "./exits-panel.module.css";
import { TradeSizeControl } from "./trade-size-control";

interface ExitsPanelProps {
  answer: LiquidityRiskAnswer;
  isLoading: boolean;
  onSize: (size: number) => void;
}

/** The four ways out for a retail reader, with the amount to sell above them. */
export function ExitsPanel({ answer, isLoading, onSize }: ExitsPanelProps) {
  const currency = answer.bond?.currency ?? null;
  const isUnproven = answer.exit_recommendations.some((exit) => exit.probability_basis === "uncalibrated");
  return (
    <section className={styles.exits} aria-labelledby="ways-out" data-field="exits">
      <header>
        <h2 id="ways-out">Ways to sell it</h2>
        {isUnproven && <p>The chances are estimates: too few sales have been reported yet to check them.</p>}
      </header>
      <div className={styles.size}>
        <TradeSizeControl size={answer.trade_size} currency={currency} label="How much do you want to sell?" onChange={onSize} />
      </div>
      <SizeNews answer={answer} />
      <div className={styles.cards} aria-busy={isLoading}>
        {answer.exit_recommendations.map((exit) => (
          <ExitCard key={exit.path} exit={exit}>
            {exit.priority === "primary" && <ExitFeedback key={answer.trade_size} answer={answer} exit={exit} />}
          </ExitCard>
        ))}
      </div>
    </section>
  );
}

/** Says once, for those who do not see the cards, what another size means. The market's own changes stay silent. */
export function SizeNews({ answer }: { answer: LiquidityRiskAnswer }) {
  const [told, setTold] = useState({ size: answer.trade_size, text: "" });
  if (told.size !== answer.trade_size) setTold({ size: answer.trade_size, text: sizeText(answer) });
  return (
    <p className="visually-hidden" aria-live="polite" data-field="size-news">
      {told.text}
    </p>
  );
}

function sizeText({ trade_size: size, exit_recommendations: [best], bond }: LiquidityRiskAnswer): string {
  const amount = `${bond?.currency ?? ""} ${formatAmount(size)}`.trim();
  if (!best?.feasible) return `For ${amount} there is no way out.`;
  const how = `${pathName(best.path, "retail")}, chance ${chanceText(best.fill_probability)}`;
  return `For ${amount}: ${how}, ${formatMinutes(best.expected_time_to_exit_minutes)}, cost ${formatMoney(best.cost, best.currency)}.`;
}
