import { Panel } from "@/components/panel";
import type { LiquidityRiskAnswer } from "../api/contracts";
import { outlookOf } from "../model/outlook";
import styles from "./outlook-panel.module.css";

export function OutlookPanel({ answer }: { answer: LiquidityRiskAnswer }) {
  const items = outlookOf(answer);
  if (items.length === 0) return null;
  return (
    <Panel title="What could change it">
      <ul className={styles.items}>
        {items.map(({ title, text }) => (
          <li key={title + text}>
            <h3>{title}</h3>
            <p>{text}</p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
