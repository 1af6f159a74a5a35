import type { ReactNode } from "react";
import { Modal } from "./modal";

interface ConfirmProps {
  title: string;
  /** What the button says that does it. */
  action: string;
  isPending: boolean;
  error: Error | null;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks once more before something that is not easily taken back. */
export function Confirm({ title, action, isPending, error, onConfirm, onClose, children }: ConfirmProps) {
  return (
    <Modal
      title={title}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            Keep as it is
          </button>
          <button type="button" className="button" data-kind="danger" disabled={isPending} onClick={onConfirm}>
            {isPending ? "Working…" : action}
          </button>
        </>
      }
    >
      {children}
      {error && <p role="alert">{error.message}</p>}
    </Modal>
  );
}
