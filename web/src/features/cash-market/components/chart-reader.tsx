import type { KeyboardEvent, PointerEvent, ReactNode } from "react";
import styles from "./chart-reader.module.css";

interface ChartReaderProps {
  label: string;
  /** What stands at the chosen place, in words. */
  text: string;
  index: number;
  count: number;
  width: number;
  height: number;
  onIndex: (index: number) => void;
  /** The pointer is this far from the left, in pixels. */
  onPointer: (x: number) => void;
  onLeave: () => void;
  children: ReactNode;
}

/** A drawing that is read place by place, with the pointer or with the arrow keys. */
export function ChartReader({ label, text, index, count, width, height, onIndex, onPointer, onLeave, children }: ChartReaderProps) {
  const step = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    onIndex(Math.min(count - 1, Math.max(0, index + by)));
  };
  const point = (event: PointerEvent<SVGSVGElement>): void => onPointer(event.clientX - event.currentTarget.getBoundingClientRect().left);
  return (
    <div
      className={styles.reader}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={1}
      aria-valuemax={count}
      aria-valuenow={index + 1}
      aria-valuetext={text}
      onKeyDown={step}
      onBlur={onLeave}
    >
      <svg width={width} height={height} aria-hidden="true" onPointerMove={point} onPointerLeave={onLeave}>
        {children}
      </svg>
    </div>
  );
}
