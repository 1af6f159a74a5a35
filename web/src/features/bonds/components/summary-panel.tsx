import { useState } from "react";
import { Panel } from "@/components/panel";
import styles from "./summary-panel.module.css";

/** The whole translation as plain text, for mails and files. */
export function SummaryPanel({ text }: { text: string }) {
  const [state, setState] = useState<"idle" | "copied" | "failed">("idle");
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setState("copied"),
      () => setState("failed"),
    );
  };
  return (
    <Panel anchor="summary" title="Professional summary">
      <div className={styles.tools}>
        <button type="button" className="button" onClick={copy}>
          Copy
        </button>
        <p role="status">
          {state === "copied" && "Copied."}
          {state === "failed" && "The browser does not allow it. Select the text and copy it."}
        </p>
      </div>
      <pre className={styles.text} tabIndex={0} role="group" aria-label="Professional summary as text" data-field="professional-summary">
        {text}
      </pre>
    </Panel>
  );
}
