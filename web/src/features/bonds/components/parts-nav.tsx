import styles from "./parts-nav.module.css";

const PARTS = [
  ["ways-out", "Ways out"],
  ["parts", "In parts"],
  ["sizes", "By size"],
  ["cost", "Cost"],
  ["history", "History"],
  ["risk", "Risk"],
  ["liquidity", "Liquidity"],
  ["signals", "Signals"],
  ["what-if", "What if"],
  ["summary", "Summary"],
  ["provenance", "Provenance"],
] as const;

/** Leads to the parts of a long page. */
export function PartsNav() {
  return (
    <nav className={styles.parts} aria-label="Parts of this page">
      <ul>
        {PARTS.map(([anchor, name]) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
