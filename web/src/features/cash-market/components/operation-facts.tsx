import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import { formatInstant } from "@/lib/format/dates";
import type { OperationDetailAnswer } from "../api/operation-contracts";
import { liquidityText } from "../model/operations";
import { amountText } from "./maker-card";

export function OperationFacts({ detail: { operation: o, market_makers_used: makers, decision_comment: comment } }: { detail: OperationDetailAnswer }) {
  return (
    <Panel title={o.kind === "creation" ? "Creation" : "Withdrawal"}>
      <Figures>
        <Figure name="Certificates">{o.certificate_types.join(" and ")}</Figure>
        <Figure name="Bids">{liquidityText(o, "bid")}</Figure>
        <Figure name="Asks">{liquidityText(o, "ask")}</Figure>
        <Figure name="Asked for by">
          {o.requested_by}, {formatInstant(o.created_at)}
        </Figure>
        {o.notes && <Figure name="Notes">{o.notes}</Figure>}
        {o.deadline && <Figure name="To be decided by">{formatInstant(o.deadline)}</Figure>}
        {o.decided_by && (
          <Figure name="Decided by">
            {o.decided_by}
            {comment && `: ${comment}`}
          </Figure>
        )}
        {o.finished_at && <Figure name="Ended">{formatInstant(o.finished_at)}</Figure>}
        {makers.map(({ id, name, asset_type, amount }) => (
          <Figure key={id + asset_type} name={name}>
            {amountText(asset_type, amount)}
          </Figure>
        ))}
      </Figures>
    </Panel>
  );
}
