import { useState } from "react";
import { Modal } from "@/components/modal";
import { TextField } from "@/components/text-field";
import { formatPercent } from "@/lib/format/numbers";
import { codeOf } from "@/lib/http/problem";
import { useCreateLiquidity } from "../api/create-liquidity";
import type { LiquidityPreviewAnswer } from "../api/preview-contracts";
import type { LiquidityDraft } from "../model/liquidity-draft";
import { clockText } from "../model/preview";
import { MissingAssets } from "./missing-assets";
import { PlanView } from "./plan-view";
import styles from "./preview.module.css";
import { useSecondsUntil } from "./use-seconds-until";

const LOOK_AGAIN = ["preview_expired", "preview_altered", "insufficient_assets"];

interface PreviewModalProps {
  preview: LiquidityPreviewAnswer;
  draft: LiquidityDraft;
  isRefreshing: boolean;
  error: Error | null;
  onPreview: (draft: LiquidityDraft) => void;
  onClose: () => void;
  onCreated: (operation: string) => void;
}

/** The plan before anything happens: what would be placed by whom, and what stands in the way. */
export function PreviewModal({ preview, draft, isRefreshing, error, onPreview, onClose, onCreated }: PreviewModalProps) {
  const [notes, setNotes] = useState("");
  const creating = useCreateLiquidity();
  const left = useSecondsUntil(preview.expires_at);
  const isStale = left === 0 || LOOK_AGAIN.includes(codeOf(creating.error) ?? "");
  const lookAgain = (what: LiquidityDraft): void => {
    creating.reset();
    onPreview(what);
  };
  const create = (): void =>
    creating.mutate(
      { preview_id: preview.preview_id, preview_hash: preview.preview_hash, ...(notes.trim() !== "" && { notes: notes.trim() }) },
      { onSuccess: ({ id }) => onCreated(id) },
    );
  return (
    <Modal
      title="Preview: nothing has happened yet"
      size="wide"
      onClose={onClose}
      actions={
        <>
          <p className={styles.expiry} role="timer" data-expired={left === 0}>
            {left === 0 ? "This preview has expired." : `Valid for ${clockText(left)}`}
          </p>
          <button type="button" className="button" onClick={onClose}>
            Cancel
          </button>
          {isStale ? (
            <button type="button" className="button" data-kind="main" disabled={isRefreshing} onClick={() => lookAgain(draft)}>
              {isRefreshing ? "Planning…" : "Preview again"}
            </button>
          ) : (
            <button type="button" className="button" data-kind="main" disabled={!preview.can_execute || creating.isPending || isRefreshing} onClick={create}>
              {creating.isPending ? "Sending…" : preview.requires_approval ? "Confirm & ask for approval" : "Confirm & execute"}
            </button>
          )}
        </>
      }
    >
      <div className={styles.preview} aria-busy={isRefreshing}>
        <p className={styles.summary}>
          <strong>{preview.total_orders_count} orders</strong>
          {preview.estimated_spread !== null && <> · spread with them {formatPercent(preview.estimated_spread)}</>}
          {preview.requires_approval && <> · another administrator has to approve it</>}
        </p>
        {preview.missing_assets && <MissingAssets preview={preview} draft={draft} onPreview={lookAgain} />}
        {preview.plans.map((plan) => (
          <PlanView key={plan.certificate_type} plan={plan} isOnly={preview.plans.length === 1} />
        ))}
        <TextField label="Notes for the ticket" kind="text" value={notes} maxLength={500} placeholder="Why this liquidity is created" onChange={setNotes} />
        {(creating.error ?? error) && (
          <p className={styles.fault} role="alert">
            {(creating.error ?? error)?.message}
          </p>
        )}
      </div>
    </Modal>
  );
}
