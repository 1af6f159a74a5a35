import { formatAmount, formatEuro } from "@/lib/format/numbers";
import type { Asset } from "../api/account-contracts";
import type { MarketMakerAnswer } from "../api/maker-contracts";
import { assetsOf, balanceOf, earnedBy, openOrdersOf } from "../model/makers";
import { MakerBadge } from "./maker-badge";
import styles from "./maker-card.module.css";
import { MakerPerformance } from "./maker-performance";

export type MakerAction = "fund" | "transactions" | "deactivate";

export const amountText = (asset: Asset, amount: number): string => (asset === "EUR" ? formatEuro(amount) : `${formatAmount(amount)} ${asset}`);

interface MakerCardProps {
  maker: MarketMakerAnswer;
  onAction: (action: MakerAction) => void;
}

/** A market maker: what it quotes with, how many of its orders wait, how well it works. */
export function MakerCard({ maker, onAction }: MakerCardProps) {
  const { name, mm_type: type, is_active: isActive, beneficial_owner: owner } = maker;
  const earned = earnedBy(maker);
  const open = openOrdersOf(maker);
  const buttons: [MakerAction, string][] = [["fund", "Fund"], ["transactions", "Transactions"], ["deactivate", "Deactivate"]];
  return (
    <li className={styles.card} data-active={isActive} data-maker={maker.id}>
      <header>
        <MakerBadge type={type} />
        <div>
          <h2>{name}</h2>
          <p>
            {isActive ? `${open} open ${open === 1 ? "order" : "orders"}` : "Deactivated"}
            {owner !== name && ` · of ${owner}`}
          </p>
        </div>
      </header>
      <dl className={styles.balances}>
        {assetsOf(type).map((asset) => {
          const { available, locked } = balanceOf(maker, asset);
          return (
            <div key={asset}>
              <dt>{asset} available</dt>
              <dd>
                {amountText(asset, available)}
                {locked > 0 && <small>{amountText(asset, locked)} in orders</small>}
              </dd>
            </div>
          );
        })}
      </dl>
      {earned.length > 0 && (
        <p className={styles.earned}>Earned by trading: {earned.map(({ asset_type, available, locked }) => amountText(asset_type, available + locked)).join(", ")}</p>
      )}
      <MakerPerformance performance={maker.performance} />
      <div className={styles.buttons}>
        {buttons
          .filter(([action]) => isActive || action === "transactions")
          .map(([action, text]) => (
            <button key={action} type="button" className="button" data-size="small" onClick={() => onAction(action)}>
              {text}
              <span className="visually-hidden"> {name}</span>
            </button>
          ))}
      </div>
    </li>
  );
}
