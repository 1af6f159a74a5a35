import { useState } from "react";
import { DataTable, type Column } from "@/components/data-table";
import { Panel } from "@/components/panel";
import { Segmented } from "@/components/segmented";
import type { LiquidationOfferAnswer, LiquidationPreviewAnswer } from "../api/risk-contracts";
import { formatFraction, formatHealth, formatTokens, formatUsd } from "../model/figures";
import { protocolName } from "../model/words";
import styles from "./overview.module.css";

const COLUMNS: readonly Column<LiquidationOfferAnswer>[] = [
  { name: "A liquidator repays", cell: (o) => <Two text={formatTokens(o.debt_repaid, o.debt_asset)} hint={`${formatUsd(o.debt_repaid_usd)}, ${formatFraction(o.close_factor)} of the debt`} /> },
  { name: "and takes", cell: (o) => <Two text={formatTokens(o.collateral_seized, o.collateral_asset)} hint={formatUsd(o.collateral_seized_usd)} /> },
  { name: "You lose on top", cell: (o) => <span>{formatUsd(o.bonus_usd)}</span>, isNumber: true },
  { name: "Liquidator keeps, before gas", cell: (o) => <span>{formatUsd(o.liquidator_profit_usd)}</span>, isNumber: true },
  { name: "Health after", cell: (o) => <span>{o.health_factor_after === null ? "no debt left" : formatHealth(o.health_factor_after)}</span>, isNumber: true },
];

const momentWords = ({ protocol, moment, price_fall }: LiquidationPreviewAnswer): string =>
  `${protocolName(protocol)}, ${moment === "now" ? "now" : `after a fall of ${formatFraction(price_fall)}`}`;

/** Who could take what. */
export function PreviewPanel({ previews }: { previews: readonly LiquidationPreviewAnswer[] }) {
  const [chosen, setChosen] = useState(0);
  const preview = previews[chosen] ?? previews[0];
  return (
    <Panel title="Who could take what" note="By each protocol's own rules">
      {preview === undefined ? (
        <p className="quiet">Nothing could be taken: no position has both debt and collateral that is known.</p>
      ) : (
        <>
          {previews.length > 1 ? (
            <Segmented label="Position and moment" options={previews.map((p, i) => ({ value: i, text: momentWords(p) }))} value={previews.indexOf(preview)} onChange={setChosen} />
          ) : (
            <p className={styles.small}>{momentWords(preview)}</p>
          )}
          <div className={styles.after}>
            {preview.offers.length === 0 ? (
              <p className="quiet">No liquidator could take anything then.</p>
            ) : (
              <DataTable
                caption={`What liquidators could take: ${momentWords(preview)}`}
                columns={COLUMNS}
                rows={preview.offers}
                keyOf={(o) => `${o.debt_asset} ${o.collateral_asset}`}
                stacks
              />
            )}
          </div>
        </>
      )}
    </Panel>
  );
}

function Two({ text, hint }: { text: string; hint: string }) {
  return (
    <span>
      {text} <span className={styles.small}>{hint}</span>
    </span>
  );
}
