import { useState } from "react";
import { Confirm } from "@/components/confirm";
import { TextField } from "@/components/text-field";
import { faultAt } from "@/lib/http/problem";
import { navigate } from "@/lib/router/router";
import { isAdmin, useRoles } from "@/lib/session/use-roles";
import type { OperationDetailAnswer } from "../api/operation-contracts";
import { useWithdrawal } from "../api/withdraw-operation";
import { mayWithdraw } from "../model/operations";

/** Takes what is left of a completed creation out of the market, after one more question, and goes to the withdrawal. */
export function WithdrawButton({ detail }: { detail: OperationDetailAnswer }) {
  const mayAct = isAdmin(useRoles());
  const [isAsking, setAsking] = useState(false);
  const [comment, setComment] = useState("");
  const withdrawing = useWithdrawal(detail.operation.id);
  if (!mayAct || !mayWithdraw(detail)) return null;
  return (
    <>
      <button type="button" className="button" data-kind="danger" onClick={() => setAsking(true)}>
        Withdraw the rest
      </button>
      {isAsking && (
        <Confirm
          title="Withdraw this liquidity?"
          action="Withdraw"
          isPending={withdrawing.isPending}
          error={withdrawing.error}
          onConfirm={() => withdrawing.mutate(comment, { onSuccess: ({ id }) => navigate(`/cash-market/operations/${encodeURIComponent(id)}`) })}
          onClose={() => setAsking(false)}
        >
          <p>Its orders that still wait are cancelled and what they lock is released. What has traded stays traded.</p>
          <TextField label="Comment" kind="text" value={comment} maxLength={500} fault={faultAt(withdrawing.error, "comment")} onChange={setComment} />
        </Confirm>
      )}
    </>
  );
}
