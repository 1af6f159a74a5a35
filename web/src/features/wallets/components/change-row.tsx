import { TextField } from "@/components/text-field";
import { CHANGE_TYPES, type ChangeType } from "../api/rescue-contracts";
import { type ChangeDraft, type ChangeFaults, mayComeFromOutside, TYPE_WORDS } from "../model/change-draft";
import { protocolName } from "../model/words";
import { SelectField } from "./select-field";
import styles from "./stress.module.css";

interface ChangeRowProps {
  number: number;
  draft: ChangeDraft;
  protocols: readonly string[];
  assets: readonly string[];
  faults: ChangeFaults;
  onChange: (draft: ChangeDraft) => void;
  onRemove: (() => void) | null;
}

const TYPES = CHANGE_TYPES.map((type) => ({ value: type, text: TYPE_WORDS[type] }));

/** One change to try: of a position, or of a price. */
export function ChangeRow({ number, draft, protocols, assets, faults, onChange, onRemove }: ChangeRowProps) {
  const isShock = draft.type === "price_shock";
  const set = (part: Partial<ChangeDraft>): void => onChange({ ...draft, ...part });
  return (
    <li className={styles.change} aria-label={`Change ${number}`}>
      <SelectField label="What" value={draft.type} options={TYPES} onChange={(type) => set({ type: type as ChangeType, asset: "", figure: "" })} />
      {!isShock && (
        <SelectField
          label="Position"
          value={draft.protocol}
          options={protocols.map((protocol) => ({ value: protocol, text: protocolName(protocol) }))}
          fault={faults.protocol}
          onChange={(protocol) => set({ protocol })}
        />
      )}
      <TextField
        label="Token"
        kind="text"
        maxLength={40}
        placeholder={isShock ? "all but stablecoins" : "WETH"}
        suggestions={assets}
        value={draft.asset}
        fault={faults.asset}
        onChange={(asset) => set({ asset })}
      />
      <TextField
        label={isShock ? "Change of the price" : "How many"}
        unit={isShock ? "%" : "tokens"}
        maxLength={20}
        value={draft.figure}
        fault={faults.figure}
        onChange={(figure) => set({ figure })}
      />
      {mayComeFromOutside(draft.type) && (
        <label className={styles.check}>
          <input type="checkbox" checked={draft.fromOutside} onChange={(event) => set({ fromOutside: event.target.checked })} />
          from outside this wallet
        </label>
      )}
      {onRemove && (
        <button type="button" className="button" data-size="small" aria-label={`Remove change ${number}`} onClick={onRemove}>
          Remove
        </button>
      )}
    </li>
  );
}
