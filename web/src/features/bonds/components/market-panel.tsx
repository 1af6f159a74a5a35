import { Figure, Figures } from "@/components/figures";
import { LiveValue } from "@/components/live-value";
import { Panel } from "@/components/panel";
import { formatDuration } from "@/lib/format/dates";
import { formatAmount, formatPrice } from "@/lib/format/numbers";
import type { Audience } from "@/lib/services";
import type { LiquidityProfile } from "../api/contracts";
import { wordsFor } from "../model/wording";
import styles from "./market-panel.module.css";
import { spreadText } from "./texts";

interface MarketPanelProps {
  profile: LiquidityProfile;
  currency: string | null;
  audience: Audience;
}

export function MarketPanel({ profile, currency, audience }: MarketPanelProps) {
  const words = wordsFor(audience);
  const isPro = audience === "professional";
  const levels = isPro && profile.l2_levels !== null ? ` (${profile.l2_levels} ${profile.l2_levels === 1 ? "level" : "levels"})` : "";
  return (
    <Panel title={words.market} note={currency ? `Prices per 100 of face, amounts in ${currency}` : "Prices per 100 of face"}>
      <div className={styles.quotes}>
        <Quote name={words.bid} price={profile.bid} size={profile.bid_size} sizeName={words.bidSize} />
        <Quote name={words.ask} price={profile.ask} size={profile.ask_size} sizeName={words.askSize} />
      </div>
      <Figures>
        <Figure name={words.spread}>
          <LiveValue value={profile.spread_bps}>{spreadText(profile.spread_bps, audience)}</LiveValue>
        </Figure>
        {isPro && (
          <Figure name={words.mid}>
            <LiveValue value={profile.mid}>{formatPrice(profile.mid)}</LiveValue>
          </Figure>
        )}
        <Figure name={words.depth}>
          <LiveValue value={profile.l2_depth_qty}>{formatAmount(profile.l2_depth_qty)}</LiveValue>
          {levels}
        </Figure>
        <Figure name={words.volume}>
          <LiveValue value={profile.volume_face}>{formatAmount(profile.volume_face)}</LiveValue>
        </Figure>
        <Figure name={words.trades}>
          <LiveValue value={profile.trades_count}>{formatAmount(profile.trades_count)}</LiveValue>
        </Figure>
        <Figure name={words.vwap}>
          <LiveValue value={profile.vwap}>{formatPrice(profile.vwap)}</LiveValue>
        </Figure>
        <Figure name={words.lastTrade}>
          {profile.time_since_last_trade_s === null ? "–" : `${formatDuration(profile.time_since_last_trade_s)} before this update`}
        </Figure>
      </Figures>
    </Panel>
  );
}

interface QuoteProps {
  name: string;
  price: number | null;
  size: number | null;
  sizeName: string;
}

function Quote({ name, price, size, sizeName }: QuoteProps) {
  return (
    <div>
      <p className={styles.name}>{name}</p>
      <p className={styles.price}>
        <LiveValue value={price}>{formatPrice(price)}</LiveValue>
      </p>
      <p className={styles.name}>{size === null ? "–" : `${formatAmount(size)} ${sizeName}`}</p>
    </div>
  );
}
