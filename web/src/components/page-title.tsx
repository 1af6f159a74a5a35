import { type ReactNode, useEffect, useRef } from "react";

let visited = false;

/** The heading of a page. It names the window and, after a move within the app, takes the focus. */
export function PageTitle({ title, children }: { title: string; children?: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (visited) heading.current?.focus({ preventScroll: true });
    visited = true;
  }, []);
  return (
    <>
      <title>{`${title} · LiquidityRisk`}</title>
      <h1 ref={heading} tabIndex={-1}>
        {children ?? title}
      </h1>
    </>
  );
}
