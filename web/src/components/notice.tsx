import type { ReactNode } from "react";
import styles from "./notice.module.css";

interface NoticeProps {
  title?: string;
  text: string;
  tone?: "plain" | "error";
  children?: ReactNode;
}

/** Says in a calm box what happened and what can be done about it. */
export function Notice({ title, text, tone = "plain", children }: NoticeProps) {
  return (
    <div className={styles.notice} role={tone === "error" ? "alert" : undefined}>
      {title && <h2>{title}</h2>}
      <p>{text}</p>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
