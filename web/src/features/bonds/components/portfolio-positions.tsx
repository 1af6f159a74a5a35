import { DataTable } from "@/components/data-table";
import { Panel } from "@/components/panel";
import { formatAmount, formatScore, formatShare } from "@/lib/format/numbers";
import { Link } from "@/lib/router/router";
import type { PositionAnswer } from "../api/portfolio-contracts";
import { minutesText, pathName } from "../model/list-wording";
import styles from "./portfolio-page.module.css";

/** Each holding with its plan, the worst exits first. */
export function PortfolioPositions({ positions }: { positions: readonly PositionAnswer[] }) {
  return (
    <Panel title="Holdings and their ways out" note="Worst exits first">
      <DataTable
        stacks
        caption="Holdings and their ways out, worst exits first"
        rows={positions}
        keyOf={({ isin }) => isin}
        columns={[
          {
            name: "Bond",
            cell: ({ isin, issuer }) => (
              <span>
                <Link href={`/bonds/${isin}`}>{issuer ?? isin}</Link>
                <span className={styles.second}>{isin}</span>
              </span>
            ),
          },
          {
            name: "Face amount",
            isNumber: true,
            cell: ({ face, share, currency }) => (
              <span>
                {formatAmount(face)} {currency}
                <span className={styles.second}>{formatShare(share)}</span>
              </span>
            ),
          },
          {
            name: "Ease of sale",
            isNumber: true,
            cell: ({ liquidity_index: index, risk_score: risk }) => (
              <span>
                {formatScore(index)}
                <span className={styles.second}>risk {formatScore(risk)}</span>
              </span>
            ),
          },
          { name: "Plan", cell: (position) => <Plan position={position} /> },
          {
            name: "Expected sold",
            isNumber: true,
            cell: ({ exit }) => (
              <span>
                {formatShare(exit?.expected_fill ?? 0)}
                {exit && <span className={styles.second}>in {minutesText(exit.completion_minutes)}</span>}
              </span>
            ),
          },
          { name: "Expected cost", isNumber: true, cell: (position) => formatAmount(position.expected_cost) },
        ]}
      />
    </Panel>
  );
}

function Plan({ position: { exit } }: { position: PositionAnswer }) {
  if (exit === null) return <span className="quiet">No way out now</span>;
  return (
    <ul className={styles.steps}>
      {exit.steps.map(({ path, round, face, fill_probability: chance }) => (
        <li key={`${path} ${round}`}>
          {formatAmount(face)} by {pathName(path).toLowerCase()}
          {round > 0 && `, window ${round + 1}`} <span className="quiet">({formatShare(chance)} likely)</span>
        </li>
      ))}
      {exit.unplaced_face > 0 && <li className="quiet">{formatAmount(exit.unplaced_face)} cannot be placed</li>}
    </ul>
  );
}
