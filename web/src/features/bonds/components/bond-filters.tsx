import { useEffect, useState } from "react";
import type { ListQuery, Sort } from "../model/list-query";
import { FIRST_ORDER, SORTS } from "../model/list-query";
import styles from "./bond-filters.module.css";

const TYPING_PAUSE_MS = 250;

const SORT_NAMES: Record<Sort, string> = {
  index: "Easiest to sell",
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

export function BondFilters({ query, currencies, showSort, onChange }: BondFiltersProps) {
  return (
    <div className={styles.filters} role="search" aria-label="Bonds">
      <SearchBox text={query.q} onSearch={(q) => onChange({ ...query, q })} />
      <label>
        <span className="visually-hidden">Currency</span>
        <select value={query.currency ?? ""} onChange={(event) => onChange({ ...query, currency: event.target.value || null })}>
          <option value="">All currencies</option>
          {currencies.map((currency) => (
            <option key={currency}>{currency}</option>
          ))}
        </select>
      </label>
      {showSort && (
        <label>
          <span className="visually-hidden">Order</span>
          <select
            value={query.sort}
            onChange={(event) => {
              const sort = event.target.value as Sort;
              onChange({ ...query, sort, order: FIRST_ORDER[sort] });
            }}
          >
            {SORTS.map((sort) => (
              <option key={sort} value={sort}>
                {SORT_NAMES[sort]}
              </option>
            ))}
          </select>
        </label>
      )}
    </div>
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
