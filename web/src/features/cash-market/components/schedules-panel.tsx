import { useState } from "react";
import { Notice } from "@/components/notice";
import { Panel } from "@/components/panel";
import { Skeleton } from "@/components/skeleton";
import { useSchedules } from "../api/list-schedules";
import styles from "./schedules.module.css";
import { ScheduleCard } from "./schedule-card";
import { ScheduleModal } from "./schedule-modal";

/** Liquidity that is created again and again. */
export function SchedulesPanel() {
  const { data, error, isPending } = useSchedules();
  const [isAdding, setAdding] = useState(false);
  return (
    <Panel
      title="Schedules"
      note={
        <button type="button" className="button" data-size="small" onClick={() => setAdding(true)}>
          Add a schedule
        </button>
      }
    >
      {isPending && <Skeleton lines={2} label="Loading schedules" />}
      {error && !data && <Notice tone="error" text={error.message} />}
      {data?.items.length === 0 && <p className="quiet">Nothing is created by itself.</p>}
      {data && data.items.length > 0 && (
        <ul className={styles.list}>
          {data.items.map((schedule) => (
            <ScheduleCard key={schedule.id} schedule={schedule} />
          ))}
        </ul>
      )}
      {isAdding && <ScheduleModal onClose={() => setAdding(false)} />}
    </Panel>
  );
}
