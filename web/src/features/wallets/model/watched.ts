import { forget, recall, remember } from "@/lib/storage";

const keyOf = (user: string, wallet: string): string => `watched.${user}.${wallet.toLowerCase()}`;

/** Whether a reader began to watch a wallet in this browser. */
export const isWatched = (user: string, wallet: string): boolean => recall(keyOf(user, wallet)) === "yes";

export function noteWatched(user: string, wallet: string, isOn: boolean): void {
  if (isOn) remember(keyOf(user, wallet), "yes");
  else forget(keyOf(user, wallet));
}
