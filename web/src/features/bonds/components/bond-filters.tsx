import { useEffect, useState } from "react";
import { SEVERITIES } from "../api/alert-contracts";
import { LISTED_RISKS } from "../api/contracts";
import { FIRST_ORDER, type ListQuery, type Sort, SORTS } from "../model/list-query";
import { RISK_WORDS } from "../model/list-wording";
import styles from "./bond-filters.module.css";

const TYPING_PAUSE_MS = 250;

const SORT_NAMES: Record<Sort, string> = {
  index: "Easiest to sell",
  risk: "Highest risk",
  alert: "Most urgent alerts",
  exit: "Fastest way out",
  spread: "Smallest gap",
  volume: "Most traded",
  maturity: "Repaid soonest",
  issuer: "Issuer, A to Z",
};

interface BondFiltersProps {
  query: ListQuery;
  currencies: readonly string[];
  showSort: boolean;
  onChange: (query: ListQuery) => void;
}

const ALERT_CHOICES: Record<(typeof SEVERITIES)[number], string> = {
  critical: "Critical alerts",
  warning: "Warnings or worse",
  info: "Any open alert",
};

export function BondFilters({ query, currencies, showSort, onChange }: BondFiltersProps) {
  const sorted = (sort: Sort): ListQuery => ({ ...query, sort, order: FIRST_ORDER[sort] });
  return (
    <div className={styles.filters} role="search" aria-label="Bonds">
      <SearchBox text={query.q} onSearch={(q) => onChange({ ...query, q })} />
      <Choice name="Risk" all="Any risk" value={query.risk} onChoose={(risk) => onChange({ ...query, risk })}>
        {LISTED_RISKS.map((risk) => [risk, `${RISK_WORDS[risk]} risk`])}
      </Choice>
      <Choice name="Alerts" all="Alerts or none" value={query.alert} onChoose={(alert) => onChange({ ...query, alert })}>
        {SEVERITIES.map((severity) => [severity, ALERT_CHOICES[severity]])}
      </Choice>
      <Choice name="Currency" all="All currencies" value={query.currency} onChoose={(currency) => onChange({ ...query, currency })}>
        {currencies.map((currency) => [currency, currency])}
      </Choice>
      {showSort && (
        <Choice name="Order" value={query.sort} onChoose={(sort) => sort && onChange(sorted(sort))}>
          {SORTS.map((sort) => [sort, SORT_NAMES[sort]])}
        </Choice>
      )}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  name: string;
  /** The choice of none; without it something is always chosen. */
  all?: string;
  value: T | null;
  onChoose: (value: T | null) => void;
  children: readonly (readonly [T, string])[];
}

function Choice<T extends string>({ name, all, value, onChoose, children }: ChoiceProps<T>) {
  const choose = (text: string): void => onChoose(children.find(([choice]) => choice === text)?.[0] ?? null);
  return (
    <label>
      <span className="visually-hidden">{name}</span>
      <select value={value ?? ""} onChange={(event) => choose(event.target.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {children.map(([choice, text]) => (
          <option key={choice} value={choice}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Searches when the reader pauses, so that not every letter is a request. */
function SearchBox({ text, onSearch }: { text: string; onSearch: (text: string) => void }) {
  const [typed, setTyped] = useState({ text, of: text });
  if (typed.of !== text) setTyped({ text: typed.text.trim() === text ? typed.text : text, of: text });
  useEffect(() => {
    if (typed.text.trim() === text) return;
    const pause = setTimeout(() => onSearch(typed.text.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, text, onSearch]);
  return (
    <label className={styles.search}>
      <span className="visually-hidden">Search by issuer or ISIN</span>
      <input
        type="search"
        placeholder="Search by issuer or ISIN"
        maxLength={100}
        autoComplete="off"
        spellCheck={false}
        value={typed.text}
        onChange={(event) => setTyped({ text: event.target.value, of: text })}
      />
    </label>
  );
}
