import { Component, type ReactNode } from "react";
import { Notice } from "@/components/notice";

/** A fault of the page itself is told to the reader instead of leaving the screen blank. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <Notice tone="error" title="This page stopped working" text="Load it again; nothing of yours is lost.">
        <button type="button" className="button" onClick={() => window.location.reload()}>
          Load again
        </button>
      </Notice>
    );
  }
}
