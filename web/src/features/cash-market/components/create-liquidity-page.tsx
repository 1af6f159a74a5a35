import { useState } from "react";
import { usePreview } from "../api/preview-liquidity";
import type { LiquidityPreviewAnswer } from "../api/preview-contracts";
import { useLiveOperations } from "../api/use-live-operations";
import { EMPTY_LIQUIDITY, type LiquidityDraft, previewRequestOf } from "../model/liquidity-draft";
import { AdminGate } from "./admin-gate";
import { ApprovalsPanel } from "./approvals-panel";
import { LiquidityForm } from "./liquidity-form";
import { OperationProgress } from "./operation-progress";
import styles from "./page.module.css";
import { PreviewModal } from "./preview-modal";
import { SchedulesPanel } from "./schedules-panel";

export function CreateLiquidityPage() {
  return (
    <AdminGate title="Create liquidity" lead="Bring bids and asks into a market through its market makers. Nothing is placed before you have seen the plan.">
      <CreateLiquidity />
    </AdminGate>
  );
}

function CreateLiquidity() {
  useLiveOperations();
  const [draft, setDraft] = useState<LiquidityDraft>(EMPTY_LIQUIDITY);
  const [shown, setShown] = useState<LiquidityPreviewAnswer | null>(null);
  const [operation, setOperation] = useState<string | null>(null);
  const preview = usePreview();
  const look = (what: LiquidityDraft): void => {
    setDraft(what);
    preview.mutate(previewRequestOf(what), { onSuccess: setShown });
  };
  return (
    <div className={styles.columns}>
      <div className={styles.stack}>
        <LiquidityForm
          key={operation}
          draft={draft}
          onChange={setDraft}
          onPreview={() => look(draft)}
          isPending={preview.isPending}
          error={shown ? null : preview.error}
        />
        {operation !== null && <OperationProgress id={operation} />}
        <SchedulesPanel />
      </div>
      <ApprovalsPanel />
      {shown && (
        <PreviewModal
          preview={shown}
          draft={draft}
          isRefreshing={preview.isPending}
          error={preview.error}
          onPreview={look}
          onClose={() => setShown(null)}
          onCreated={(id) => {
            setShown(null);
            setOperation(id);
            setDraft(EMPTY_LIQUIDITY);
          }}
        />
      )}
    </div>
  );
}
