import type { ReactNode } from "react";
import { Notice } from "@/components/notice";
import { useServices } from "@/lib/services";
import type { SessionState } from "@/lib/session/session";

/** Shows the pages to whoever is signed in, and the way in to everybody else. */
export function SignInGate({ state, children }: { state: SessionState; children: ReactNode }) {
  const { session } = useServices();
  switch (state.status) {
    case "signed_in":
      return children;
    case "starting":
      return <p className="quiet">Signing in…</p>;
    case "signed_out":
      return (
        <Notice title="Sign in to continue" text="LiquidityRisk shows live markets to people who are signed in.">
          <a className="button" href={`/.auth/login/aad?post_login_redirect_uri=${encodeURIComponent(window.location.pathname)}`}>
            Sign in
          </a>
        </Notice>
      );
    case "failed":
      return (
        <Notice tone="error" title="You could not be signed in" text={state.error.message}>
          <button type="button" className="button" onClick={() => void session.start()}>
            Try again
          </button>
        </Notice>
      );
  }
}
