import { useServices } from "../services";
import { useObservable } from "../use-observable";

/** The wallet that development takes to be the reader's own; null on the platform, where only a proof counts. */
export function useOwnWallet(): string | null {
  const state = useObservable(useServices().session.state);
  return state.status === "signed_in" ? (state.persona?.wallet ?? null) : null;
}
