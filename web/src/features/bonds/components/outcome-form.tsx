import { type SubmitEvent, useId } from "react";
import styles from "./exit-feedback.module.css";

interface OutcomeFormProps {
  isSold: boolean;
  onSend: (minutes: number, price?: number) => void;
  onCancel: () => void;
}

/** How long it took, and at what price. */
export function OutcomeForm({ isSold, onSend, onCancel }: OutcomeFormProps) {
  const id = useId();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const price = Number(data.get("price"));
    onSend(Number(data.get("minutes")), isSold && price > 0 ? price : undefined);
  };
  return (
    <form className={styles.form} onSubmit={submit}>
      <label htmlFor={`${id}-minutes`}>
        {isSold ? "Minutes until sold" : "Minutes until you gave up"}
        <input id={`${id}-minutes`} name="minutes" type="number" min="0" max="100000" step="1" required />
      </label>
      {isSold && (
        <label htmlFor={`${id}-price`}>
          Price per 100
          <input id={`${id}-price`} name="price" type="number" min="0.01" max="1000" step="any" required />
        </label>
      )}
      <div className={styles.buttons}>
        <button type="submit">Send</button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  );
}
