import { type ReactNode, useId } from "react";
import styles from "./panel.module.css";

interface PanelProps {
  title: string;
  note?: ReactNode;
  /** Names the part in addresses, so that a link can lead to it. */
  anchor?: string;
  children: ReactNode;
}

/** A titled part of a page. */
export function Panel({ title, note, anchor, children }: PanelProps) {
  const id = useId();
  return (
    <section id={anchor} className={styles.panel} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {note && <p>{note}</p>}
      </header>
      {children}
    </section>
  );
}
