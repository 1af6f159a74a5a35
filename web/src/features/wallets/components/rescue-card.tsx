import type { RescuePlanAnswer } from "../api/rescue-contracts";
import { formatHealth, formatUsd } from "../model/figures";
import styles from "./alerts.module.css";

interface RescueCardProps {
  plan: RescuePlanAnswer;
  isBest: boolean;
  onTry: () => void;
}

/** One way back: its steps, what it costs and what it reaches. */
export function RescueCard({ plan, isBest, onTry }: RescueCardProps) {
  const { steps, cost_usd: cost, gas_usd: gas, exit_cost_usd: exit, health_factor_after: after, is_dominated: isDominated } = plan;
  return (
    <li className={styles.plan} data-best={isBest}>
      <p className={styles.rank}>{isBest ? "Cheapest" : isDominated ? "Dearer for no more" : "Alternative"}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <dl>
        <div>
          <dt>Costs about</dt>
          <dd>{formatUsd(cost)}</dd>
        </div>
        <div>
          <dt>Health after</dt>
          <dd>{after === null ? "no debt" : formatHealth(after)}</dd>
        </div>
      </dl>
      <CostSplit gas={gas} exit={exit} />
      <button type="button" className="button" data-kind={isBest ? "main" : undefined} onClick={onTry} aria-label={`Try it: ${steps.join(", ")}`}>
        Try it
      </button>
    </li>
  );
}

function CostSplit({ gas, exit }: { gas: number; exit: number }) {
  const total = gas + exit;
  return (
    <div className={styles.split}>
      {total > 0 && (
        <div aria-hidden="true">
          <span data-part="gas" style={{ flexGrow: gas }} />
          <span data-part="exit" style={{ flexGrow: exit }} />
        </div>
      )}
      <p>
        <span>
          <i data-part="gas" aria-hidden="true" />
          gas {formatUsd(gas)}
        </span>
        <span>
          <i data-part="exit" aria-hidden="true" />
          selling {formatUsd(exit)}
        </span>
      </p>
    </div>
  );
}
