import { useState } from "react";
import { TextField } from "@/components/text-field";
import { formatAppointment } from "@/lib/format/dates";
import { formatRoundEuro } from "@/lib/format/numbers";
import { faultAt } from "@/lib/http/problem";
import { Link } from "@/lib/router/router";
import { useDecision } from "../api/decide-operation";
import type { OperationAnswer } from "../api/operation-contracts";
import { mayDecide } from "../model/operations";
import styles from "./approvals.module.css";
import { useUser } from "@/lib/session/use-user";

/** A request that waits: whoever did not make it may decide. */
export function ApprovalCard({ operation }: { operation: OperationAnswer }) {
  const user = useUser();
  const [comment, setComment] = useState("");
  const deciding = useDecision(operation.id);
  const { target_bid_liquidity_eur: bids, target_ask_liquidity_eur: asks } = operation;
  return (
    <li className={styles.card} data-operation={operation.id}>
      <p className={styles.what}>
        <strong>{operation.certificate_types.join(" and ")}</strong>
        <span>
          {formatRoundEuro(bids)} of bids, {formatRoundEuro(asks)} of asks
        </span>
      </p>
      <p className={styles.small}>
        Asked for by {operation.requested_by}, {formatAppointment(operation.created_at)}
        {operation.deadline && <> · until {formatAppointment(operation.deadline)}</>} ·{" "}
        <Link href={`/cash-market/operations/${encodeURIComponent(operation.id)}`}>{operation.ticket_id ?? "see the plan"}</Link>
      </p>
      {operation.notes && <blockquote>{operation.notes}</blockquote>}
      {mayDecide(operation, user) ? (
        <>
          <TextField
            label="Comment"
            kind="text"
            value={comment}
            maxLength={500}
            placeholder="Why you approve or reject"
            fault={faultAt(deciding.error, "comment")}
            onChange={setComment}
          />
          <div className={styles.buttons}>
            <button
              type="button"
              className="button"
              data-kind="main"
              disabled={deciding.isPending}
              onClick={() => deciding.mutate({ what: "approve", comment })}
            >
              Approve
            </button>
            <button type="button" className="button" data-kind="danger" disabled={deciding.isPending} onClick={() => deciding.mutate({ what: "reject", comment })}>
              Reject
            </button>
          </div>
        </>
      ) : (
        <p className={styles.own}>You asked for this yourself; it waits for another administrator.</p>
      )}
      {deciding.error && faultAt(deciding.error, "comment") === null && (
        <p className={styles.fault} role="alert">
          {deciding.error.message}
        </p>
      )}
    </li>
  );
}
