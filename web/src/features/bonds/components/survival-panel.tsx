import { DrawnFigures } from "@/components/data-table";
import { Panel } from "@/components/panel";
import { StepCurve } from "@/components/step-curve";
import { formatShare } from "@/lib/format/numbers";
import type { FillTimeKpi } from "../api/kpi-contracts";
import { minutesText } from "../model/list-wording";
import styles from "./kpi-page.module.css";

/** How long sales really take, those that are still waiting counted as such. */
export function SurvivalPanel({ fillTime: { survival, median_minutes: median } }: { fillTime: FillTimeKpi }) {
  const last = survival.at(-1);
  return (
    <Panel title="Time until sold" note="Share still unsold (Kaplan-Meier); the time axis is compressed">
      {last === undefined ? (
        <p className={styles.empty}>No sale with a known time has been reported yet, so there is no curve.</p>
      ) : (
        <>
          <p className={styles.verdict}>{median === null ? "Fewer than half of the sales were made, so there is no median." : `Half of the sales are made within ${minutesText(median)}.`}</p>
          <StepCurve
            points={survival.map(({ minutes, unsold }) => ({ minutes, share: unsold }))}
            from={1}
            label={`Share still unsold over time: ${formatShare(last.unsold)} after ${minutesText(last.minutes)}`}
          />
          <DrawnFigures
            caption="Share still unsold by time"
            rows={survival}
            keyOf={({ minutes }) => String(minutes)}
            columns={[
              { name: "After", cell: ({ minutes }) => minutesText(minutes) },
              { name: "Still unsold", cell: ({ unsold }) => formatShare(unsold), isNumber: true },
            ]}
          />
        </>
      )}
    </Panel>
  );
}
