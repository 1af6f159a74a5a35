/** A page about a wallet; the wallet stays in the address, so that it can be shared. */
export const walletHref = (path: string, wallet: string | null): string => (wallet === null ? path : `${path}?wallet=${encodeURIComponent(wallet)}`);

/** The wallet in the address, else the reader's own, else the one that he looked at last, else the first that he has proven. */
export function chosenWallet(asked: string | null, own: string | null, recalled: string | null, proven: readonly string[]): string | null {
  const named = asked === null || asked.trim() === "" ? null : asked.trim();
  return named ?? own ?? recalled ?? proven[0] ?? null;
}
