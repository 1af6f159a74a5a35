import { Panel } from "@/components/panel";
import { formatAmount } from "@/lib/format/numbers";
import type { OracleToleranceAnswer } from "../api/risk-contracts";
import { errorShare, finite, KNOWN_ERROR, knownErrorWords } from "../model/oracle";
import { protocolName } from "../model/words";
import styles from "./oracle-panel.module.css";

const MOST = 8;

/** How wrong a price feed may be until it liquidates a position, beside an error that did happen. */
export function OraclePanel({ tolerances }: { tolerances: readonly OracleToleranceAnswer[] }) {
  const rows = finite(tolerances).slice(0, MOST);
  return (
    <Panel title="If a price feed is wrong" note="1 bp is 0.01%">
      {rows.length === 0 ? (
        <p className={styles.note}>No error of a single feed would liquidate this wallet.</p>
      ) : (
        <>
          <ul className={styles.rows} data-field="oracle-tolerance">
            {rows.map((row) => (
              <Tolerance key={`${row.protocol} ${row.side} ${row.asset ?? "all"}`} tolerance={row} />
            ))}
          </ul>
          <p className={styles.note}>{knownErrorWords(tolerances)}</p>
        </>
      )}
    </Panel>
  );
}

function Tolerance({ tolerance }: { tolerance: OracleToleranceAnswer & { basis_points: number } }) {
  const { protocol, asset, side, basis_points: basisPoints } = tolerance;
  const isHit = basisPoints <= KNOWN_ERROR;
  const mark = 100 * errorShare(KNOWN_ERROR);
  return (
    <li>
      <p>
        <span>
          {asset ?? "All collateral"} <small>{side === "collateral" ? "too low" : "too high"}, {protocolName(protocol)}</small>
        </span>
        <strong>
          {isHit && <i aria-hidden="true">!</i>}
          {basisPoints <= 0 ? "no error needed" : `${formatAmount(basisPoints)} bp`}
        </strong>
      </p>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className={styles.bar} width="100" height="8" />
        <rect className={styles.room} data-hit={isHit} width={100 * errorShare(basisPoints)} height="8" />
        <line className={styles.known} x1={mark} x2={mark} y1="0" y2="8" />
      </svg>
    </li>
  );
}
