import { type SyntheticEvent, useState } from "react";
import { Panel } from "@/components/panel";
import { Segmented } from "@/components/segmented";
import { TextField } from "@/components/text-field";
import { faultAt, faultBeside } from "@/lib/http/problem";
import type { Certificate } from "../api/market-contracts";
import type { Distribution } from "../api/preview-contracts";
import { amountFault, chosenOf, draftFault, type LiquidityDraft, withAmount } from "../model/liquidity-draft";
import styles from "./page.module.css";

const CERTIFICATES: readonly { value: LiquidityDraft["certificates"]; text: string }[] = [
  { value: "EUA", text: "EUA" },
  { value: "CEA", text: "CEA" },
  { value: "both", text: "Both at once" },
];
const DISTRIBUTIONS: readonly { value: Distribution; text: string }[] = [
  { value: "standard", text: "Standard" },
  { value: "volatility", text: "By volatility" },
];

const FIELDS = ["bid_amount_eur", "ask_amount_eur"];

interface LiquidityFormProps {
  draft: LiquidityDraft;
  onChange: (draft: LiquidityDraft) => void;
  onPreview: () => void;
  isPending: boolean;
  error: Error | null;
}

/** How much to bring into which market. */
export function LiquidityForm({ draft, onChange, onPreview, isPending, error }: LiquidityFormProps) {
  const [isChecked, setChecked] = useState(false);
  const fault = (isChecked ? draftFault(draft) : null) ?? faultBeside(error, FIELDS);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (draftFault(draft) === null && !isPending) onPreview();
  };
  return (
    <Panel title="What to create">
      <form className={styles.form} aria-label="What to create" onSubmit={submit} noValidate>
        <div className={styles.choice}>
          <span aria-hidden="true">Certificate</span>
          <Segmented label="Certificate" options={CERTIFICATES} value={draft.certificates} onChange={(certificates) => onChange({ ...draft, certificates })} />
        </div>
        {chosenOf(draft).map((certificate) => (
          <Amounts key={certificate} certificate={certificate} draft={draft} onChange={onChange} isChecked={isChecked} error={error} />
        ))}
        <div className={styles.choice}>
          <span aria-hidden="true">Distance of the price levels</span>
          <Segmented
            label="Distance of the price levels"
            options={DISTRIBUTIONS}
            value={draft.distribution}
            onChange={(distribution) => onChange({ ...draft, distribution })}
          />
          <p className={styles.small}>
            {draft.distribution === "standard"
              ? "0.2, 0.4 and 0.5% from the reference price with 50, 30 and 20% of the volume."
              : "The same levels, further apart the more the price moves at present."}
          </p>
        </div>
        <label className={styles.check}>
          <input type="checkbox" checked={draft.allowDefault} onChange={(e) => onChange({ ...draft, allowDefault: e.target.checked })} />
          <span>
            Allow the configured default price
            <span className={styles.small}> when the market has neither two sides nor a last trade; the ticket records it</span>
          </span>
        </label>
        {fault !== null && (
          <p className={styles.fault} role="alert">
            {fault}
          </p>
        )}
        <div className={styles.buttons}>
          <button type="submit" className="button" data-kind="main" aria-disabled={isPending}>
            {isPending ? "Planning…" : "Preview"}
          </button>
        </div>
      </form>
    </Panel>
  );
}

interface AmountsProps {
  certificate: Certificate;
  draft: LiquidityDraft;
  onChange: (draft: LiquidityDraft) => void;
  isChecked: boolean;
  error: Error | null;
}

function Amounts({ certificate, draft, onChange, isChecked, error }: AmountsProps) {
  const { bid, ask } = draft.amounts[certificate];
  const prefix = draft.certificates === "both" ? `${certificate} ` : "";
  return (
    <div className={styles.two}>
      <TextField
        label={`${prefix}Bid liquidity`}
        unit="EUR"
        placeholder="100,000"
        maxLength={18}
        value={bid}
        fault={(isChecked ? amountFault(bid) : null) ?? faultAt(error, "bid_amount_eur")}
        hint="To buy with, from liquidity providers"
        onChange={(text) => onChange(withAmount(draft, certificate, "bid", text))}
      />
      <TextField
        label={`${prefix}Ask liquidity`}
        unit="EUR"
        placeholder="50,000"
        maxLength={18}
        value={ask}
        fault={(isChecked ? amountFault(ask) : null) ?? faultAt(error, "ask_amount_eur")}
        hint={`Worth of ${certificate} to sell, from asset holders`}
        onChange={(text) => onChange(withAmount(draft, certificate, "ask", text))}
      />
    </div>
  );
}
