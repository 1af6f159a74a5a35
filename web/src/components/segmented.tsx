import styles from "./segmented.module.css";

interface SegmentedProps<T> {
  label: string;
  options: readonly { value: T; text: string; lang?: string }[];
  value: T;
  onChange: (value: T) => void;
}

/** A choice of one among few, all in sight. */
export function Segmented<T>({ label, options, value, onChange }: SegmentedProps<T>) {
  return (
    <div className={styles.switch} role="group" aria-label={label}>
      {options.map((option) => (
        <button key={option.text} type="button" lang={option.lang} aria-pressed={option.value === value} onClick={() => onChange(option.value)}>
          {option.text}
        </button>
      ))}
    </div>
  );
}
