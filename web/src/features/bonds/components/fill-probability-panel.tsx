import { useState } from "react";
import { DrawnFigures } from "@/components/data-table";
import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import { formatAmount, formatShare } from "@/lib/format/numbers";
import type { FillProbabilityKpi } from "../api/kpi-contracts";
import { brierText, VERDICTS } from "../model/kpi-wording";
import { pathName } from "../model/list-wording";
import styles from "./kpi-page.module.css";
import { ReliabilityDiagram } from "./reliability-diagram";

/** Whether what is called likely happens as often as it is said to. */
export function FillProbabilityPanel({ paths }: { paths: readonly FillProbabilityKpi[] }) {
  const [wanted, setWanted] = useState("all");
  const chosen = paths.find(({ path }) => path === wanted) ?? paths[0];
  return (
    <Panel title="Fill probability" note="Predicted against realised">
      {chosen === undefined ? (
        <p className={styles.empty}>No tried sale has been reported yet.</p>
      ) : (
        <>
          <label className={styles.path}>
            <span className="visually-hidden">Way out</span>
            <select value={chosen.path} onChange={(event) => setWanted(event.target.value)}>
              {paths.map(({ path }) => (
                <option key={path} value={path}>
                  {pathName(path)}
                </option>
              ))}
            </select>
          </label>
          <Reliability of={chosen} />
        </>
      )}
    </Panel>
  );
}

function Reliability({ of }: { of: FillProbabilityKpi }) {
  const filled = of.reliability.filter(({ count }) => count > 0);
  const verdict = VERDICTS[of.verdict];
  return (
    <>
      <p className={styles.verdict} data-field="verdict">
        <strong>{verdict.word}.</strong> {verdict.means}
      </p>
      <Figures>
        <Figure name="Brier score, 0 is best">{brierText(of.brier)}</Figure>
        <Figure name="Brier score of the base rate">{brierText(of.baseline_brier)}</Figure>
        <Figure name="Tried sales">{formatAmount(of.sample)}</Figure>
      </Figures>
      {filled.length === 0 ? (
        <p className={styles.empty}>No tried sale has been reported yet, so there is nothing to compare.</p>
      ) : (
        <>
          <ReliabilityDiagram bins={filled} name={pathName(of.path)} />
          <DrawnFigures
            caption={`Predicted and realised probability, ${pathName(of.path)}`}
            rows={filled}
            keyOf={({ from }) => String(from)}
            columns={[
              { name: "Predicted between", cell: ({ from, to }) => `${formatShare(from)} and ${formatShare(to)}` },
              { name: "Sales", cell: ({ count }) => formatAmount(count), isNumber: true },
              { name: "Predicted", cell: ({ predicted }) => formatShare(predicted), isNumber: true },
              { name: "Sold", cell: ({ realised }) => formatShare(realised), isNumber: true },
            ]}
          />
        </>
      )}
    </>
  );
}
