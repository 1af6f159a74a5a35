import { useState } from "react";
import { Confirm } from "@/components/confirm";
import { TextField } from "@/components/text-field";
import { isAdmin, useRoles } from "@/lib/session/use-roles";
import { useDecision } from "../api/decide-operation";
import type { OperationAnswer } from "../api/operation-contracts";
import { mayWithdraw } from "../model/operations";

/** Takes what is left of a completed creation out of the market, after one more question. */
export function WithdrawButton({ operation }: { operation: OperationAnswer }) {
  const mayAct = isAdmin(useRoles());
  const [isAsking, setAsking] = useState(false);
  const [comment, setComment] = useState("");
  const withdrawing = useDecision(operation.id);
  if (!mayAct || !mayWithdraw(operation)) return null;
  return (
    <>
      <button type="button" className="button" data-kind="danger" disabled={withdrawing.isSuccess} onClick={() => setAsking(true)}>
        {withdrawing.isSuccess ? "Withdrawal asked for" : "Withdraw the rest"}
      </button>
      {isAsking && (
        <Confirm
          title="Withdraw this liquidity?"
          action="Withdraw"
          isPending={withdrawing.isPending}
          error={withdrawing.error}
          onConfirm={() => withdrawing.mutate({ what: "withdraw", comment }, { onSuccess: () => setAsking(false) })}
          onClose={() => setAsking(false)}
        >
          <p>Its orders that still wait are cancelled and what they lock is released. What has traded stays traded.</p>
          <TextField label="Comment" kind="text" value={comment} maxLength={500} onChange={setComment} />
        </Confirm>
      )}
    </>
  );
}
