import { type SyntheticEvent, useId, useState } from "react";
import { Modal } from "@/components/modal";
import { Segmented } from "@/components/segmented";
import { TextField } from "@/components/text-field";
import { faultAt, faultBeside } from "@/lib/http/problem";
import type { Certificate } from "../api/market-contracts";
import type { Distribution } from "../api/preview-contracts";
import { useSaveSchedule } from "../api/save-schedule";
import { EMPTY_SCHEDULE, type ScheduleDraft, type ScheduleFaults, scheduleFaults, scheduleOf, USUAL_TIMES } from "../model/schedules";
import styles from "./page.module.css";

const CERTIFICATES: readonly { value: Certificate; text: string }[] = [{ value: "EUA", text: "EUA" }, { value: "CEA", text: "CEA" }];
const DISTRIBUTIONS: readonly { value: Distribution; text: string }[] = [
  { value: "standard", text: "Standard" },
  { value: "volatility", text: "By volatility" },
];

const FIELDS = ["name", "cron", "bid_amount_eur", "ask_amount_eur"];

/** Adds liquidity that is created again and again. */
export function ScheduleModal({ onClose }: { onClose: () => void }) {
  const form = useId();
  const [draft, setDraft] = useState<ScheduleDraft>(EMPTY_SCHEDULE);
  const [isChecked, setChecked] = useState(false);
  const saving = useSaveSchedule(null);
  const faults = scheduleFaults(draft);
  const set = (part: Partial<ScheduleDraft>): void => setDraft({ ...draft, ...part });
  const faultOf = (field: keyof ScheduleFaults): string | null => (isChecked ? faults[field] : undefined) ?? faultAt(saving.error, field);
  const elsewhere = faultBeside(saving.error, FIELDS);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(faults).length === 0) saving.mutate(scheduleOf(draft), { onSuccess: onClose });
  };
  return (
    <Modal
      title="Add a schedule"
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" form={form} className="button" data-kind="main" disabled={saving.isPending}>
            {saving.isPending ? "Saving…" : "Add"}
          </button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <TextField label="Name" kind="text" value={draft.name} placeholder="Weekday opening" fault={faultOf("name")} onChange={(name) => set({ name })} />
        <TextField
          label="When, UTC"
          kind="text"
          value={draft.cron}
          maxLength={60}
          fault={faultOf("cron")}
          hint="Minute, hour, day, month, weekday"
          onChange={(cron) => set({ cron })}
        />
        <Segmented label="Usual times" options={USUAL_TIMES.map(({ cron, text }) => ({ value: cron, text }))} value={draft.cron} onChange={(cron) => set({ cron })} />
        <Segmented label="Certificate" options={CERTIFICATES} value={draft.certificate} onChange={(certificate) => set({ certificate })} />
        <div className={styles.two}>
          <TextField label="Bid liquidity" unit="EUR" value={draft.bid} maxLength={18} fault={faultOf("bid_amount_eur")} onChange={(bid) => set({ bid })} />
          <TextField label="Ask liquidity" unit="EUR" value={draft.ask} maxLength={18} fault={faultOf("ask_amount_eur")} onChange={(ask) => set({ ask })} />
        </div>
        <Segmented label="Distance of the price levels" options={DISTRIBUTIONS} value={draft.distribution} onChange={(distribution) => set({ distribution })} />
        <p className={styles.small}>What it creates above the approval threshold waits for another administrator each time.</p>
        {elsewhere !== null && (
          <p className={styles.fault} role="alert">
            {elsewhere}
          </p>
        )}
      </form>
    </Modal>
  );
}
