const PROTOCOLS: Record<string, string> = {
  aave_v2: "Aave v2", aave_v3: "Aave v3", compound_v2: "Compound v2", compound_v3: "Compound v3", curve: "Curve", wallet: "The wallet itself",
};

const SOURCES: Record<string, string> = {
  the_graph: "The Graph", coin_gecko: "CoinGecko", alchemy: "Alchemy", etherscan: "Etherscan", defi_llama: "DefiLlama",
  alternative_me: "Alternative.me",
};

const FAULTS: Record<string, string> = {
  down: "does not answer", slow: "takes too long", throttled: "is asked too often", refused: "refuses the key",
  unusable: "answers with something that cannot be used", not_configured: "is not set up",
};

const FEATURES: Record<string, string> = {
  health_ratio: "Health ratio", health_factor: "Health factor", supplied_usd: "What is supplied", borrowed_usd: "What is owed",
  volatility: "Volatility of the assets", liquidity: "How fast they sell", concentration: "Concentration", gas_gwei: "Price of gas",
  fear_greed: "Mood of the market", btc_change: "Bitcoin, last day", eth_change: "Ether, last day",
  health_volatility: "Volatility of the health", past_breaches: "Days below 1 before",
};

const KINDS: Record<string, string> = {
  liquidation_risk: "Liquidation risk", high_volatility: "High volatility", concentration: "Concentration",
  low_liquidity: "Low liquidity", value_at_risk: "Value at risk", stale_source: "Stale source",
};

const REASONS: Record<string, string> = {
  recovered: "the figures recovered", nothing_left: "nothing of it is left", manual: "closed by hand", untracked: "the wallet is no longer watched",
};

const STATUSES: Record<string, string> = { fresh: "Fresh", delayed: "Delayed", stale: "Stale", missing: "Missing" };

const plain = (name: string): string => {
  const words = name.replaceAll("_", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
};

export const protocolName = (protocol: string): string => PROTOCOLS[protocol] ?? plain(protocol);
export const featureName = (feature: string): string => FEATURES[feature] ?? plain(feature);
export const kindName = (kind: string): string => KINDS[kind] ?? plain(kind);
export const reasonWords = (reason: string | null): string => (reason === null ? "" : (REASONS[reason] ?? plain(reason).toLowerCase()));
export const statusWord = (status: string): string => STATUSES[status] ?? plain(status);
export const faultWords = (fault: string): string => FAULTS[fault] ?? plain(fault).toLowerCase();

/** A source, with the protocol where it speaks of one: "The Graph, Aave v3". */
export function sourceName(source: string): string {
  const known = Object.keys(SOURCES).find((name) => source.startsWith(name));
  if (known === undefined) return plain(source);
  const protocol = source.slice(known.length).replace(/^[^a-z]+/, "");
  return protocol === "" ? (SOURCES[known] ?? known) : `${SOURCES[known] ?? known}, ${protocolName(protocol)}`;
}
