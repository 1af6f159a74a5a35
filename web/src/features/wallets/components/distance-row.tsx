import { LiveValue } from "@/components/live-value";
import type { LiquidationPriceAnswer } from "../api/risk-contracts";
import { sigmaWords, stretchOf, toneOfChange } from "../model/distance";
import { formatChange, formatTokenPrice } from "../model/figures";
import { colorOf } from "../model/health";
import { protocolName } from "../model/words";
import styles from "./liquidation-panel.module.css";

const WIDTH = 1000;

/** The price now, the price of liquidation, and the stretch between them. */
export function DistanceRow({ price }: { price: LiquidationPriceAnswer }) {
  const { asset, protocol, side, change, distance_sigma: sigma } = price;
  const [now, liquidation] = [formatTokenPrice(price.price_usd), formatTokenPrice(price.liquidation_price_usd)];
  const isPast = change !== null && (side === "collateral" ? change >= 0 : change <= 0);
  return (
    <li data-asset={asset} data-side={side}>
      <div className={styles.head}>
        <p>
          <strong>{asset}</strong> <span>{side === "collateral" ? "falls" : "rises"}</span>
        </p>
        <p className={styles.protocol}>{protocolName(protocol)}</p>
        <p className={styles.far}>
          {isPast ? (
            <strong>past it now</strong>
          ) : (
            <>
              <strong>
                <LiveValue value={formatChange(change)}>{formatChange(change)}</LiveValue>
              </strong>{" "}
              <span>{sigmaWords(sigma)}</span>
            </>
          )}
        </p>
      </div>
      <Track price={price} />
      <div className={styles.ends} data-side={side}>
        <span>
          now <b>{now}</b>
        </span>
        <span>
          liquidation at <b>{liquidation}</b>
        </span>
      </div>
    </li>
  );
}

function Track({ price }: { price: LiquidationPriceAnswer }) {
  const stretch = stretchOf(price);
  if (stretch === null || price.change === null) return null;
  const [now, end] = [stretch.now * WIDTH, stretch.liquidation * WIDTH];
  const isFall = price.side === "collateral";
  const room = Math.abs(now - end);
  return (
    <svg className={styles.track} viewBox={`0 0 ${WIDTH} 20`} preserveAspectRatio="none" aria-hidden="true">
      <rect className={styles.danger} x={isFall ? 0 : end} y="6" width={isFall ? end : WIDTH - end} height="8" />
      <rect className={styles.room} x={Math.min(now, end)} y="6" width={room} height="8" style={{ fill: colorOf(toneOfChange(price.change)) }} />
      <line className={styles.line} x1={end} x2={end} y1="1" y2="19" />
      <line className={styles.now} x1={now} x2={now} y1="1" y2="19" />
    </svg>
  );
}
