import { type ReactNode, useEffect, useId, useRef } from "react";
import styles from "./modal.module.css";

interface ModalProps {
  title: string;
  onClose: () => void;
  size?: "narrow" | "wide" | "drawer";
  children: ReactNode;
  /** Stays in sight below what scrolls. */
  actions?: ReactNode;
}

/** A window over the page. It keeps the focus until it is closed, by Escape too, and gives it back then. */
export function Modal({ title, onClose, size = "narrow", children, actions }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const before = document.activeElement;
    element.showModal();
    document.documentElement.dataset.modal = "open";
    return () => {
      element.close();
      delete document.documentElement.dataset.modal;
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.modal}
      data-size={size}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className={styles.head}>
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className={styles.close} aria-label="Close" onClick={onClose}>
          <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
            <path d="M3 3l10 10M13 3 3 13" fill="none" stroke="currentColor" strokeWidth="1.7" strokeLinecap="round" />
          </svg>
        </button>
      </header>
      <div className={styles.body} role="group" aria-labelledby={id} tabIndex={0}>
        {children}
      </div>
      {actions && <footer className={styles.actions}>{actions}</footer>}
    </dialog>
  );
}
