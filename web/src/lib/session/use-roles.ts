import { useServices } from "../services";
import { useObservable } from "../use-observable";

const NOBODY: readonly string[] = [];

/** The roles of whoever is signed in; none before. */
export function useRoles(): readonly string[] {
  const state = useObservable(useServices().session.state);
  return state.status === "signed_in" ? state.identity.roles : NOBODY;
}

/** Who may take note of an alert. */
export const mayAcknowledge = (roles: readonly string[]): boolean => hasAny(roles, ["professional", "risk_manager", "admin"]);

/** Who reads how well the product predicts and runs. */
export const readsKpis = (roles: readonly string[]): boolean => hasAny(roles, ["professional", "risk_manager", "compliance", "admin"]);

/** Who works on the markets themselves: market makers and liquidity. */
export const isAdmin = (roles: readonly string[]): boolean => roles.includes("admin");

/** Who reads what administrators have done to the markets. */
export const readsOperations = (roles: readonly string[]): boolean => hasAny(roles, ["compliance", "admin"]);

/** Who trains the liquidation model and puts versions of it in force. */
export const keepsModel = (roles: readonly string[]): boolean => hasAny(roles, ["risk_manager", "admin"]);

/** Who may have wallets watched and close their alerts. */
export const mayWatchWallets = (roles: readonly string[]): boolean => hasAny(roles, ["retail", "professional", "risk_manager", "admin"]);

const hasAny = (roles: readonly string[], wanted: readonly string[]): boolean => roles.some((role) => wanted.includes(role));

/** Whether somebody may place orders in the cash market; others read it. */
export const mayTrade = (roles: readonly string[]): boolean => hasAny(roles, ["retail", "professional", "admin"]);
