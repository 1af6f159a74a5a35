import { type SyntheticEvent, useState } from "react";
import { SEVERITIES, type Severity } from "../api/alert-contracts";
import { type AlertQuery, isinOf } from "../model/alerts";
import styles from "./alert-filters.module.css";
import { SeverityMark } from "./severity-mark";

interface AlertFiltersProps {
  query: AlertQuery;
  counts: Partial<Record<Severity, number>>;
  onChange: (query: AlertQuery) => void;
}

export function AlertFilters({ query, counts, onChange }: AlertFiltersProps) {
  const all = SEVERITIES.reduce((sum, severity) => sum + (counts[severity] ?? 0), 0);
  return (
    <div className={styles.filters}>
      <div className={styles.severities} role="group" aria-label="Filter by severity">
        <button type="button" aria-pressed={query.severity === null} onClick={() => onChange({ ...query, severity: null })}>
          All <strong>{all}</strong>
        </button>
        {SEVERITIES.map((severity) => (
          <button key={severity} type="button" aria-pressed={query.severity === severity} onClick={() => onChange({ ...query, severity })}>
            <SeverityMark severity={severity} /> <strong>{counts[severity] ?? 0}</strong>
          </button>
        ))}
      </div>
      <IsinFilter key={query.isin ?? ""} isin={query.isin} onChange={(isin) => onChange({ ...query, isin })} />
    </div>
  );
}

function IsinFilter({ isin, onChange }: { isin: string | null; onChange: (isin: string | null) => void }) {
  const [typed, setTyped] = useState(isin ?? "");
  const [isWrong, setWrong] = useState(false);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = isinOf(typed);
    setWrong(read === null && typed.trim() !== "");
    if (read !== null || typed.trim() === "") onChange(read);
  };
  return (
    <form className={styles.bond} role="search" aria-label="Alerts of a bond" onSubmit={submit}>
      <label>
        <span className="visually-hidden">Only this ISIN</span>
        <input
          type="search"
          placeholder="Only this ISIN"
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? "isin-fault" : undefined}
          onChange={(event) => {
            setTyped(event.target.value);
            if (event.target.value === "") onChange(null);
          }}
        />
      </label>
      <button type="submit" className="button">
        Show
      </button>
      {isWrong && (
        <p id="isin-fault" role="alert">
          An ISIN has twelve characters, such as CH0012345678.
        </p>
      )}
    </form>
  );
}
