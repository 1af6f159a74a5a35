import { Panel } from "@/components/panel";
import type { LiquidationPriceAnswer } from "../api/risk-contracts";
import { reachable, unreachable } from "../model/distance";
import { protocolName } from "../model/words";
import { DistanceRow } from "./distance-row";
import styles from "./liquidation-panel.module.css";

/** For each token alone: the price at which a position can be liquidated, and how far away that is. */
export function LiquidationPanel({ prices }: { prices: readonly LiquidationPriceAnswer[] }) {
  const near = reachable(prices);
  const never = unreachable(prices);
  return (
    <Panel title="What would liquidate it" note="One price moves, the others stay">
      {near.length === 0 && <p className={styles.none}>No price of one token alone would liquidate this wallet.</p>}
      <ul className={styles.rows} data-field="liquidation-prices">
        {near.map((price) => (
          <DistanceRow key={`${price.protocol} ${price.side} ${price.asset}`} price={price} />
        ))}
      </ul>
      {near.length > 0 && never.length > 0 && (
        <p className={styles.none}>No price alone does it for {never.map(({ asset, protocol }) => `${asset} in ${protocolName(protocol)}`).join(", ")}.</p>
      )}
    </Panel>
  );
}
