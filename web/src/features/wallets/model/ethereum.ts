/** A wallet in the browser (EIP-1193). */
export interface EthereumProvider {
  request: (call: { method: string; params?: readonly unknown[] }) => Promise<unknown>;
}

/** The wallet that the browser has; null when it has none. */
export function providerOf(scope: object): EthereumProvider | null {
  const ethereum: unknown = "ethereum" in scope ? scope.ethereum : null;
  const isProvider = typeof ethereum === "object" && ethereum !== null && "request" in ethereum && typeof ethereum.request === "function";
  return isProvider ? (ethereum as EthereumProvider) : null;
}

const hexOf = (text: string): string => `0x${[...new TextEncoder().encode(text)].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;

/** Has a message signed by an account of the browser's wallet. */
export async function signWith(provider: EthereumProvider, wallet: string, message: string): Promise<string> {
  const signature = await provider.request({ method: "personal_sign", params: [hexOf(message), wallet] });
  if (typeof signature !== "string") throw new Error("Your wallet did not return a signature.");
  return signature;
}

/** Connects the browser's wallet; fails when it does not hold the account. */
export async function connect(provider: EthereumProvider, wallet: string): Promise<void> {
  const accounts = await provider.request({ method: "eth_requestAccounts" });
  const holds = Array.isArray(accounts) && accounts.some((account) => String(account).toLowerCase() === wallet.toLowerCase());
  if (!holds) throw new Error("The wallet in your browser does not hold this address. Switch to it there, and try again.");
}

const REJECTED = 4001;

/** What went wrong in the browser's wallet, in words. */
export function wordsOf(error: unknown): string {
  if (typeof error === "object" && error !== null && "code" in error && error.code === REJECTED) return "You declined in your wallet; nothing has changed.";
  return error instanceof Error ? error.message : "Your wallet did not answer.";
}
