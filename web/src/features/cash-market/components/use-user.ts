import { useServices } from "@/lib/services";
import { useObservable } from "@/lib/use-observable";

/** Who is signed in; empty before. */
export function useUser(): string {
  const state = useObservable(useServices().session.state);
  return state.status === "signed_in" ? state.identity.user : "";
}
