import { useState } from "react";
import { Confirm } from "@/components/confirm";
import { formatAppointment } from "@/lib/format/dates";
import { formatRoundEuro } from "@/lib/format/numbers";
import { Link } from "@/lib/router/router";
import { useDeleteSchedule } from "../api/delete-schedule";
import { useSaveSchedule } from "../api/save-schedule";
import type { ScheduleAnswer } from "../api/schedule-contracts";
import { scheduleRequestOf } from "../model/schedules";
import styles from "./schedules.module.css";

export function ScheduleCard({ schedule }: { schedule: ScheduleAnswer }) {
  const [isAsking, setAsking] = useState(false);
  const saving = useSaveSchedule(schedule.id);
  const deleting = useDeleteSchedule(schedule.id);
  const { name, is_active: isActive, last_operation_id: last } = schedule;
  return (
    <li className={styles.card} data-active={isActive}>
      <div>
        <p>
          <strong>{name}</strong> <span className={styles.state}>{isActive ? "Runs" : "Paused"}</span>
        </p>
        <p className={styles.small}>
          {schedule.certificate_type}: {formatRoundEuro(schedule.bid_amount_eur)} of bids, {formatRoundEuro(schedule.ask_amount_eur)} of asks,{" "}
          {schedule.distribution}
        </p>
        <p className={styles.small}>
          <code>{schedule.cron}</code> UTC, by {schedule.created_by}
          {schedule.next_run_at && <> · next {formatAppointment(schedule.next_run_at)}</>}
        </p>
        {schedule.last_run_at && (
          <p className={styles.small}>
            Last {formatAppointment(schedule.last_run_at)}: {schedule.last_outcome}{" "}
            {last && <Link href={`/cash-market/operations/${encodeURIComponent(last)}`}>See it</Link>}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <button
          type="button"
          className="button"
          data-size="small"
          disabled={saving.isPending}
          onClick={() => saving.mutate({ ...scheduleRequestOf(schedule), is_active: !isActive })}
        >
          {isActive ? "Pause" : "Resume"}
          <span className="visually-hidden"> {name}</span>
        </button>
        <button type="button" className="button" data-size="small" onClick={() => setAsking(true)}>
          Delete<span className="visually-hidden"> {name}</span>
        </button>
      </div>
      {saving.error && <p role="alert">{saving.error.message}</p>}
      {isAsking && (
        <Confirm
          title={`Delete ${name}?`}
          action="Delete the schedule"
          isPending={deleting.isPending}
          error={deleting.error}
          onConfirm={() => deleting.mutate(undefined, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>It will not run again. What it created stays in the market.</p>
        </Confirm>
      )}
    </li>
  );
}
