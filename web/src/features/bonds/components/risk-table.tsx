import { Panel } from "@/components/panel";
import { ScrollTable } from "@/components/scroll-table";
import { formatInstant } from "@/lib/format/dates";
import { formatExactScore, formatFigure, formatShare } from "@/lib/format/numbers";
import type { RiskCategory, RiskSummary, RiskWarning } from "../api/risk-contracts";
import { basisText, RISK_WORDS } from "../model/risk-wording";
import { plain } from "../model/wording";
import { RiskBar } from "./risk-bar";
import styles from "./risk-table.module.css";

interface RiskTableProps {
  risk: RiskSummary;
  warnings: RiskWarning[];
}

/** All eight categories: score, weight, what it rests on, the figures behind it and the sources. */
export function RiskTable({ risk, warnings }: RiskTableProps) {
  return (
    <Panel anchor="risk" title="Risk categories" note={`0 = none, 100 = worst; scored ${formatInstant(risk.as_of)}`}>
      {warnings.length > 0 && (
        <ul className={styles.warnings} aria-label="Warnings">
          {warnings.map((warning) => (
            <li key={warning.kind + (warning.category ?? "")}>{warning.message}</li>
          ))}
        </ul>
      )}
      <ScrollTable label="Risk categories">
        <thead>
          <tr>
            <th scope="col">Category</th>
            <th scope="col">Score</th>
            <th scope="col" data-text="">
              Level
            </th>
            <th scope="col">Weight</th>
            <th scope="col">Brings</th>
            <th scope="col">Confidence</th>
            <th scope="col" data-text="">
              Basis and figures
            </th>
            <th scope="col" data-text="">
              Sources
            </th>
          </tr>
        </thead>
        <tbody>
          {risk.categories.map((category) => (
            <Row key={category.category} category={category} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Overall</th>
            <td>{formatExactScore(risk.overall_score)}</td>
            <td data-text="">{risk.overall_level ? RISK_WORDS[risk.overall_level] : "–"}</td>
            <td>{formatShare(risk.assessed_weight)}</td>
            <td>{formatExactScore(risk.weighted_score)}</td>
            <td>{formatShare(risk.confidence)}</td>
            <td data-text="" colSpan={2}>
              {basisText(risk.basis)}
            </td>
          </tr>
        </tfoot>
      </ScrollTable>
    </Panel>
  );
}

function Row({ category: c }: { category: RiskCategory }) {
  return (
    <tr data-risk={c.category} data-closed={c.score_0_100 === null ? "" : undefined}>
      <th scope="row">{c.name}</th>
      <td>
        <span className={styles.score}>
          <RiskBar score={c.score_0_100} level={c.level} />
          {formatExactScore(c.score_0_100)}
        </span>
      </td>
      <td data-text="">{c.level ? RISK_WORDS[c.level] : "–"}</td>
      <td>{formatShare(c.weight)}</td>
      <td>{c.score_0_100 === null ? "–" : formatExactScore(c.contribution)}</td>
      <td>{c.score_0_100 === null ? "–" : formatShare(c.confidence)}</td>
      <td data-text="" data-wrap="" title={c.probability_note}>
        {basisText(c.basis)}
        {c.figures.length > 0 && `: ${c.figures.map((f) => `${plain(f.kind).toLowerCase()} ${formatFigure(f.value)}`).join(", ")}`}
      </td>
      <td data-text="">{c.citations.length > 0 ? c.citations.join(", ") : "–"}</td>
    </tr>
  );
}
