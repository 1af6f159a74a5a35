import { type SyntheticEvent, useId, useState } from "react";
import { Panel } from "@/components/panel";
import { useSuggestedBonds } from "../api/suggest-bonds";
import { faultOf, type Holding } from "../model/holdings";
import { HoldingsPaste } from "./holdings-paste";
import styles from "./holdings-editor.module.css";

const EMPTY: Holding = { isin: "", face: "" };
const EXAMPLE_FACE = "250,000";
const EXAMPLES = 4;

interface HoldingsEditorProps {
  holdings: readonly Holding[];
  onChange: (holdings: Holding[]) => void;
  onSubmit: () => void;
}

/** The holdings line by line. There is always an empty line to type into. */
export function HoldingsEditor({ holdings, onChange, onSubmit }: HoldingsEditorProps) {
  const bonds = useId();
  const [searched, setSearched] = useState("");
  const [isChecked, setChecked] = useState(false);
  const suggested = useSuggestedBonds(searched).data ?? [];
  const lines = [...holdings, EMPTY];
  const change = (at: number, line: Holding): void => onChange(lines.map((l, i) => (i === at ? line : l)).slice(0, Math.max(holdings.length, at + 1)));
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setChecked(true);
    if (holdings.every((holding) => faultOf(holding) === null)) onSubmit();
  };
  return (
    <Panel title="Holdings" note="Kept in this browser only">
      <form className={styles.form} onSubmit={submit} aria-label="Holdings">
        <div className={styles.names} aria-hidden="true">
          <span>ISIN</span>
          <span>Face amount</span>
        </div>
        <ol className={styles.lines}>
          {lines.map((line, i) => (
            <HoldingLine
              key={i}
              number={i + 1}
              line={line}
              bonds={bonds}
              fault={isChecked ? faultOf(line) : null}
              onSearch={setSearched}
              onChange={(changed) => change(i, changed)}
              onRemove={i < holdings.length ? () => onChange(holdings.filter((_, at) => at !== i)) : null}
            />
          ))}
        </ol>
        <datalist id={bonds}>
          {suggested.map(({ isin, issuer }) => (
            <option key={isin} value={isin}>
              {issuer ?? isin}
            </option>
          ))}
        </datalist>
        <div className={styles.actions}>
          <button type="submit" className={`button ${styles.main ?? ""}`} disabled={holdings.length === 0}>
            Show ways out
          </button>
          {holdings.length === 0 ? (
            <button
              type="button"
              className="button"
              disabled={suggested.length === 0}
              onClick={() => onChange(suggested.slice(0, EXAMPLES).map(({ isin }) => ({ isin, face: EXAMPLE_FACE })))}
            >
              Fill in an example
            </button>
          ) : (
            <button type="button" className="button" onClick={() => onChange([])}>
              Clear
            </button>
          )}
        </div>
      </form>
      <HoldingsPaste onAdd={(added) => onChange([...holdings, ...added])} />
    </Panel>
  );
}

interface HoldingLineProps {
  number: number;
  line: Holding;
  bonds: string;
  fault: string | null;
  onSearch: (text: string) => void;
  onChange: (line: Holding) => void;
  onRemove: (() => void) | null;
}

function HoldingLine({ number, line, bonds, fault, onSearch, onChange, onRemove }: HoldingLineProps) {
  const id = useId();
  const faulty = fault === null ? {} : { "aria-invalid": true, "aria-describedby": id };
  return (
    <li>
      <input
        type="text"
        list={bonds}
        aria-label={`ISIN of holding ${number}`}
        placeholder="ISIN or issuer"
        autoComplete="off"
        spellCheck={false}
        maxLength={100}
        value={line.isin}
        onChange={(event) => {
          onSearch(event.target.value.trim());
          onChange({ ...line, isin: event.target.value });
        }}
        {...faulty}
      />
      <input
        type="text"
        inputMode="decimal"
        aria-label={`Face amount of holding ${number}`}
        placeholder="100,000"
        autoComplete="off"
        maxLength={20}
        value={line.face}
        onChange={(event) => onChange({ ...line, face: event.target.value })}
        {...faulty}
      />
      <button type="button" aria-label={`Remove holding ${number}`} onClick={onRemove ?? undefined} hidden={onRemove === null}>
        <span aria-hidden="true">×</span>
      </button>
      {fault !== null && (
        <p id={id} role="alert">
          {fault}
        </p>
      )}
    </li>
  );
}
