import { useId } from "react";
import type { TimeInForce } from "../api/order-contracts";
import type { OrderDraft } from "../model/order-draft";
import styles from "./order-entry.module.css";

const LIVES: readonly [TimeInForce, string][] = [
  ["GTC", "Good till cancelled"],
  ["IOC", "Immediate or cancel"],
  ["FOK", "Fill or kill"],
];

interface OrderMoreProps {
  draft: OrderDraft;
  fault: string | null;
  onChange: (part: Partial<OrderDraft>) => void;
}

/** What few orders need: how long it lives, and that it may only wait. */
export function OrderMore({ draft, fault, onChange }: OrderMoreProps) {
  const id = useId();
  const isLimit = draft.type === "limit";
  return (
    <details className={styles.more}>
      <summary>More</summary>
      <div>
        <label>
          <span>Time in force</span>
          <select value={isLimit ? draft.timeInForce : "IOC"} disabled={!isLimit} onChange={(e) => onChange({ timeInForce: e.target.value as TimeInForce })}>
            {LIVES.map(([value, text]) => (
              <option key={value} value={value}>
                {text}
              </option>
            ))}
          </select>
        </label>
        <label>
          <input
            type="checkbox"
            checked={draft.postOnly}
            disabled={!isLimit}
            aria-describedby={fault === null ? undefined : id}
            onChange={(e) => onChange({ postOnly: e.target.checked })}
          />
          Post-only: refused instead of trading at once
        </label>
        {fault !== null && (
          <p id={id} role="alert">
            {fault}
          </p>
        )}
      </div>
    </details>
  );
}
