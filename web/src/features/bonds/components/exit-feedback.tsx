import { useState } from "react";
import type { LiquidityRiskAnswer } from "../api/contracts";
import type { ExitRecommendation, Verdict } from "../api/exit-contracts";
import { useFeedback } from "../api/send-feedback";
import styles from "./exit-feedback.module.css";
import { OutcomeForm } from "./outcome-form";

/** Asks whether the reader took the recommended way and what became of it. */
export function ExitFeedback({ answer, exit }: { answer: LiquidityRiskAnswer; exit: ExitRecommendation }) {
  const feedback = useFeedback(answer.isin);
  const [outcome, setOutcome] = useState<"filled" | "expired" | null>(null);
  const send = (verdict: Verdict, minutes?: number, price?: number): void => {
    feedback.mutate({
      path: exit.path,
      verdict,
      trade_size: answer.trade_size,
      recommended_at: answer.as_of,
      ...(minutes !== undefined && { realised_minutes: minutes }),
      ...(price !== undefined && { realised_price: price }),
    });
    setOutcome(null);
  };

  if (feedback.isSuccess && feedback.data.verdict !== "accepted") {
    return (
      <p className={styles.thanks} role="status">
        Thank you. It helps to check how good these chances are.
      </p>
    );
  }
  const isTaken = feedback.isSuccess;
  return (
    <section className={styles.feedback} aria-label="Your experience">
      <p role="status">{isTaken ? "Noted. How did it end?" : "Did you take this way?"}</p>
      {outcome ? (
        <OutcomeForm isSold={outcome === "filled"} onSend={(minutes, price) => send(outcome, minutes, price)} onCancel={() => setOutcome(null)} />
      ) : (
        <div className={styles.buttons}>
          {!isTaken && (
            <>
              <button type="button" disabled={feedback.isPending} onClick={() => send("accepted")}>
                Yes
              </button>
              <button type="button" disabled={feedback.isPending} onClick={() => send("rejected")}>
                No
              </button>
            </>
          )}
          <button type="button" disabled={feedback.isPending} onClick={() => setOutcome("filled")}>
            It sold
          </button>
          <button type="button" disabled={feedback.isPending} onClick={() => setOutcome("expired")}>
            It did not sell
          </button>
        </div>
      )}
      {feedback.isError && (
        <p className={styles.failed} role="alert">
          This could not be sent. {feedback.error.message}
        </p>
      )}
    </section>
  );
}
