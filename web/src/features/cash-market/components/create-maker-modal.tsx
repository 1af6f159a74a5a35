import { type SyntheticEvent, useId, useState } from "react";
import { Modal } from "@/components/modal";
import { TextField } from "@/components/text-field";
import { faultAt, faultBeside } from "@/lib/http/problem";
import { useCreateMaker } from "../api/create-maker";
import type { MakerType } from "../api/maker-contracts";
import { assetAmountOf, assetsOf, EMPTY_MAKER, type MakerDraft, makerRequestOf, TYPE_WORDS } from "../model/makers";
import styles from "./page.module.css";

const TYPES: readonly [MakerType, string][] = [
  ["LIQUIDITY_PROVIDER", "holds EUR, only buys"],
  ["ASSET_HOLDER", "holds CEA and EUA, only sells"],
];

const FIELDS = ["name", "initial_eur_balance", "initial_balances", "beneficial_owner"];

/** A new market maker; the fields for its balances follow its type. */
export function CreateMakerModal({ onClose }: { onClose: () => void }) {
  const form = useId();
  const [draft, setDraft] = useState<MakerDraft>(EMPTY_MAKER);
  const [isChecked, setChecked] = useState(false);
  const creating = useCreateMaker();
  const request = makerRequestOf(draft);
  const set = (part: Partial<MakerDraft>): void => setDraft({ ...draft, ...part });
  const elsewhere = faultBeside(creating.error, FIELDS);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (request) creating.mutate(request, { onSuccess: onClose });
  };
  return (
    <Modal
      title="Create market maker"
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" form={form} className="button" data-kind="main" disabled={creating.isPending}>
            {creating.isPending ? "Creating…" : "Create"}
          </button>
        </>
      }
    >
      <form id={form} className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.choice}>
          <label htmlFor={`${form}-type`}>Type</label>
          <select id={`${form}-type`} value={draft.type} onChange={(event) => set({ type: event.target.value as MakerType })}>
            {TYPES.map(([type, does]) => (
              <option key={type} value={type}>
                {TYPE_WORDS[type]}: {does}
              </option>
            ))}
          </select>
        </div>
        <TextField
          label="Name"
          kind="text"
          value={draft.name}
          placeholder="Rhine Carbon Liquidity"
          fault={isChecked && draft.name.trim() === "" ? "A name of at most 100 characters." : faultAt(creating.error, "name")}
          onChange={(name) => set({ name })}
        />
        <div className={styles.two}>
          {assetsOf(draft.type).map((asset) => (
            <TextField
              key={asset}
              label={`Initial ${asset} balance`}
              unit={asset}
              placeholder="0"
              maxLength={18}
              value={draft.balances[asset]}
              fault={
                isChecked && (assetAmountOf(draft.balances[asset], asset) ?? -1) < 0
                  ? `${asset === "EUR" ? "Whole cents" : "Whole certificates"}, not below 0.`
                  : faultAt(creating.error, asset === "EUR" ? "initial_eur_balance" : "initial_balances")
              }
              onChange={(text) => set({ balances: { ...draft.balances, [asset]: text } })}
            />
          ))}
        </div>
        <TextField
          label="Beneficial owner"
          kind="text"
          value={draft.owner}
          placeholder="Itself"
          hint="Market makers of one owner never trade with each other."
          fault={faultAt(creating.error, "beneficial_owner")}
          onChange={(owner) => set({ owner })}
        />
        {elsewhere !== null && (
          <p className={styles.fault} role="alert">
            {elsewhere}
          </p>
        )}
      </form>
    </Modal>
  );
}
