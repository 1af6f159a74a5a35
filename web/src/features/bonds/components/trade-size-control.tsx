import { type ChangeEvent, useEffect, useId, useRef, useState } from "react";
import { formatAmount } from "@/lib/format/numbers";
import { LARGEST, readSize, sizeAt, SMALLEST, STEPS, stepOf } from "../model/trade-size";
import styles from "./trade-size-control.module.css";

const PAUSE_MS = 250;

interface TradeSizeControlProps {
  size: number;
  currency: string | null;
  label: string;
  /** Called when the reader pauses. */
  onChange: (size: number) => void;
}

/** How much to sell: a slider over the usual sizes, and a field for any other. */
export function TradeSizeControl({ size, currency, label, onChange }: TradeSizeControlProps) {
  const id = useId();
  // What the reader has chosen but the page does not show yet; then the page's own size is shown, wherever it comes from.
  const [draft, setDraft] = useState<string | null>(null);
  const [isTyping, setIsTyping] = useState(false);
  const pause = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(pause.current), []);

  if (draft !== null && !isTyping && readSize(draft) === size) setDraft(null);
  const text = draft ?? formatAmount(size);
  const typed = draft === null ? size : readSize(draft);
  const ask = (next: number | null): void => {
    clearTimeout(pause.current);
    if (next !== null && next !== size) pause.current = setTimeout(() => onChange(next), PAUSE_MS);
  };
  const slide = (event: ChangeEvent<HTMLInputElement>): void => {
    const next = sizeAt(event.target.valueAsNumber);
    setDraft(formatAmount(next));
    ask(next);
  };
  const type = (event: ChangeEvent<HTMLInputElement>): void => {
    setDraft(event.target.value);
    ask(readSize(event.target.value));
  };
  const leave = (): void => {
    setIsTyping(false);
    setDraft(typed === null ? null : formatAmount(typed));
  };
  const spoken = `${formatAmount(typed ?? size)}${currency ? ` ${currency}` : ""}`;

  return (
    <div className={styles.control} data-field="trade-size">
      <label htmlFor={id}>{label}</label>
      <div className={styles.amount}>
        {currency && <span aria-hidden="true">{currency}</span>}
        <input
          id={id}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          value={text}
          aria-invalid={typed === null}
          aria-describedby={`${id}-range`}
          onChange={type}
          onFocus={() => setIsTyping(true)}
          onBlur={leave}
        />
      </div>
      <input
        className={styles.slider}
        type="range"
        min={0}
        max={STEPS}
        value={stepOf(typed ?? size)}
        aria-label={`${label} (slider)`}
        aria-valuetext={spoken}
        onChange={slide}
      />
      <p id={`${id}-range`} className={typed === null ? styles.wrong : styles.range}>
        {typed === null && "Please enter an amount: "}
        {formatAmount(SMALLEST)} to {formatAmount(LARGEST)} of face value
      </p>
    </div>
  );
}
