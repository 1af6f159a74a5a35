import { type RefObject, useLayoutEffect, useRef, useState } from "react";

/** The width that an element has on the screen, so that a chart can be drawn in real pixels. */
export function useWidth<T extends HTMLElement>(initial = 640): [RefObject<T | null>, number] {
  const element = useRef<T>(null);
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    const observer = new ResizeObserver(([entry]) => {
      const measured = Math.floor(entry?.contentRect.width ?? 0);
      if (measured > 0) setWidth(measured);
    });
    observer.observe(target);
    return () => observer.disconnect();
  }, []);
  return [element, width];
}
