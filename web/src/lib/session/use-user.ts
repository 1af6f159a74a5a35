import { useServices } from "../services";
import { useObservable } from "../use-observable";

/** Who is signed in; empty before. */
export function useUser(): string {
  const state = useObservable(useServices().session.state);
  return state.status === "signed_in" ? state.identity.user : "";
}
