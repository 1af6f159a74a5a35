import type { CertificatePlanAnswer } from "../api/preview-contracts";
import styles from "./preview.module.css";

/** What stands in the way, what an approver should know, and what a supervisor would see. */
export function PlanRemarks({ plan }: { plan: CertificatePlanAnswer }) {
  const { refusals, notices, conduct } = plan;
  if (refusals.length + notices.length + conduct.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {refusals.map(({ code, message }) => (
        <li key={code + message} data-tone="bad">
          <strong>Cannot be carried out</strong> {message}
        </li>
      ))}
      {conduct.map(({ rule, owner, verdict, message }) => (
        <li key={rule + owner} data-tone={verdict === "refusal" ? "bad" : "warning"}>
          <strong>{verdict === "refusal" ? "Conduct, refused" : "Conduct, warning"}</strong> {message}
        </li>
      ))}
      {notices.map((notice) => (
        <li key={notice}>
          <strong>To know</strong> {notice}
        </li>
      ))}
    </ul>
  );
}
