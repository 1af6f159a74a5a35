import { type ReactNode, useId } from "react";
import styles from "./text-field.module.css";

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What the figure is in: EUR, EUA. */
  unit?: string;
  hint?: ReactNode;
  fault?: string | null | undefined;
  placeholder?: string;
  maxLength?: number;
  kind?: "number" | "text";
  /** What is often typed here. */
  suggestions?: readonly string[];
  /** Stands at the end of the field. */
  children?: ReactNode;
}

/** A labelled field with its unit, a hint and, when something is wrong, the reason. */
export function TextField({ label, value, onChange, unit, hint, fault, placeholder, maxLength = 100, kind = "number", suggestions, children }: TextFieldProps) {
  const id = useId();
  const told = fault ? `${id}-fault` : hint ? `${id}-hint` : undefined;
  return (
    <div className={styles.field} data-kind={kind}>
      <label htmlFor={id}>{label}</label>
      <div className={styles.box}>
        <input
          id={id}
          type="text"
          inputMode={kind === "number" ? "decimal" : "text"}
          autoComplete="off"
          maxLength={maxLength}
          placeholder={placeholder}
          value={value}
          aria-invalid={fault ? true : undefined}
          aria-describedby={told}
          list={suggestions && `${id}-list`}
          onChange={(event) => onChange(event.target.value)}
        />
        {suggestions && (
          <datalist id={`${id}-list`}>
            {suggestions.map((text) => (
              <option key={text} value={text} />
            ))}
          </datalist>
        )}
        {unit && <span className={styles.unit}>{unit}</span>}
        {children}
      </div>
      {fault ? (
        <p id={`${id}-fault`} className={styles.fault} role="alert">
          {fault}
        </p>
      ) : (
        hint && (
          <p id={`${id}-hint`} className={styles.hint}>
            {hint}
          </p>
        )
      )}
    </div>
  );
}
