import { Panel } from "@/components/panel";
import type { WalletTotalsAnswer } from "../api/contracts";
import type { ProtocolPositionAnswer, TokenBalanceAnswer } from "../api/position-contracts";
import { formatTokens, formatUsd } from "../model/figures";
import { partsOf } from "../model/shares";
import { protocolName } from "../model/words";
import { PositionCard } from "./position-card";
import styles from "./positions-panel.module.css";
import { ShareBar } from "./share-bar";

interface PositionsPanelProps {
  positions: readonly ProtocolPositionAnswer[];
  balances: readonly TokenBalanceAnswer[];
  shared: WalletTotalsAnswer["shared_collateral"];
}

/** What a wallet has and owes, protocol by protocol, and what lies free in it. */
export function PositionsPanel({ positions, balances, shared }: PositionsPanelProps) {
  return (
    <Panel title="Positions" note={positions.length === 0 ? undefined : `${positions.length} ${positions.length === 1 ? "protocol" : "protocols"}`}>
      {positions.length === 0 && balances.length === 0 && <p className="quiet">This wallet holds nothing that we can see.</p>}
      <div className={styles.positions} data-field="positions">
        {positions.map((position) => (
          <PositionCard key={position.protocol} position={position} />
        ))}
        {balances.length > 0 && <Free balances={balances} />}
      </div>
      {shared.map(({ asset, protocols, value_usd }) => (
        <p key={asset} className={styles.shared}>
          {asset} worth {formatUsd(value_usd)} secures debt in {protocols.map(protocolName).join(" and ")} at once: one fall of its price hits both.
        </p>
      ))}
    </Panel>
  );
}

function Free({ balances }: { balances: readonly TokenBalanceAnswer[] }) {
  const unpriced = balances.filter(({ value_usd }) => value_usd === null);
  return (
    <section className={styles.position} aria-label="Free in the wallet">
      <h3>Free in the wallet</h3>
      <ShareBar label="Shares of what lies free" parts={partsOf(balances.map(({ asset, value_usd }) => ({ name: asset, value: value_usd })))} />
      <ul className={styles.free}>
        {balances.slice(0, 8).map(({ asset, amount, value_usd }) => (
          <li key={asset}>
            <span>{formatTokens(amount, asset)}</span>
            <span>{value_usd === null ? "no price" : formatUsd(value_usd)}</span>
          </li>
        ))}
      </ul>
      {balances.length > 8 && <p className={styles.small}>and {balances.length - 8} more tokens</p>}
      {unpriced.length > 0 && <p className={styles.small}>Tokens without a price count nothing here.</p>}
    </section>
  );
}
