import { formatFigure, formatShare, formatSigned } from "@/lib/format/numbers";
import type { ExitFactor, ExitRecommendation } from "../api/exit-contracts";
import { factorName, pathName } from "../model/exit-wording";
import styles from "./factor-bars.module.css";

/** What moves a fill probability: log-odds left and right of zero, on one scale for all ways out. */
export function FactorBars({ exit, scale }: { exit: ExitRecommendation; scale: number }) {
  const sum = exit.factors.reduce((total, factor) => total + (factor.contribution ?? 0), 0);
  return (
    <section className={styles.path} aria-label={`What moves the fill probability: ${pathName(exit.path, "professional")}`}>
      <header>
        <h3>{pathName(exit.path, "professional")}</h3>
        <p>
          Σ {formatSigned(sum)} log-odds → p {formatShare(exit.fill_probability)}
        </p>
      </header>
      <ul>
        {exit.factors.map((factor) => (
          <Factor key={factor.kind} factor={factor} scale={scale} />
        ))}
      </ul>
    </section>
  );
}

function Factor({ factor, scale }: { factor: ExitFactor; scale: number }) {
  const { contribution } = factor;
  const width = contribution === null ? 0 : Math.min(50, (50 * Math.abs(contribution)) / scale);
  const isAgainst = (contribution ?? 0) < 0;
  return (
    <li data-factor={factor.kind}>
      <span className={styles.name}>
        {factorName(factor.kind)}
        {factor.observed !== null && <small>{formatFigure(Number(factor.observed.toPrecision(3)))}</small>}
      </span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={isAgainst ? styles.against : styles.for} x={isAgainst ? 50 - width : 50} y="1" width={width} height="6" />
        <line className={styles.zero} x1="50" x2="50" y1="0" y2="8" />
      </svg>
      <span className={styles.value}>{contribution === null ? "not known" : formatSigned(contribution)}</span>
    </li>
  );
}
