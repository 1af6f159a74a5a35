import type { SimulatedWalletAnswer, WalletSimulateAnswer } from "../api/rescue-contracts";
import { formatHealth, formatTokens, formatUsd } from "./figures";
import { protocolName } from "./words";

/** A figure before and after. */
export interface Comparison {
  name: string;
  before: string;
  after: string;
  isChanged: boolean;
}

const compared = (name: string, before: string, after: string): Comparison => ({ name, before, after, isChanged: before !== after });

/** What a simulation changes, figure by figure; debts are listed one by one. */
export function comparisons({ before, after }: WalletSimulateAnswer): Comparison[] {
  return [
    compared("Health ratio", formatHealth(before.health.health_ratio), formatHealth(after.health.health_ratio)),
    compared("Health factor at exit", formatHealth(before.health.health_factor_at_exit), formatHealth(after.health.health_factor_at_exit)),
    compared("Collateral", formatUsd(before.collateral_usd), formatUsd(after.collateral_usd)),
    compared("Debt", formatUsd(before.borrowed_usd), formatUsd(after.borrowed_usd)),
    ...debtNames(before, after).map(([protocol, asset]) =>
      compared(`${asset} owed to ${protocolName(protocol)}`, debtText(before, protocol, asset), debtText(after, protocol, asset)),
    ),
    compared("Net worth", formatUsd(before.net_worth_usd), formatUsd(after.net_worth_usd)),
  ];
}

function debtNames(...wallets: readonly SimulatedWalletAnswer[]): [string, string][] {
  const all = wallets.flatMap(({ positions }) => positions.flatMap(({ protocol, borrowed }) => borrowed.map(({ asset }) => `${protocol} ${asset}`)));
  return [...new Set(all)].map((name) => name.split(" ", 2) as [string, string]);
}

function debtText({ positions }: SimulatedWalletAnswer, protocol: string, asset: string): string {
  const debt = positions.find((position) => position.protocol === protocol)?.borrowed.find((borrowed) => borrowed.asset === asset);
  return debt ? formatTokens(debt.amount, asset) : "none";
}
