import { Figure, Figures } from "@/components/figures";
import { Panel } from "@/components/panel";
import { formatAppointment, formatInstant } from "@/lib/format/dates";
import { formatAmount, formatBasisPoints, formatFigure, formatPrice, formatShare } from "@/lib/format/numbers";
import type { LiquidityProfile } from "../api/contracts";
import type { AuctionSignal, MarketMakerSignal } from "../api/liquidity-contracts";
import { plain } from "../model/wording";
import styles from "./signals-panel.module.css";

/** What the market maker, the auction and earlier trading say. */
export function SignalsPanel({ profile }: { profile: LiquidityProfile }) {
  const { market_maker_signal: maker, auction_signal: auction, quoted_slippage: slippage, trading_history: history } = profile;
  return (
    <Panel anchor="signals" title="Signals">
      <div className={styles.signals}>
        <section>
          <h3>Market maker</h3>
          {maker ? <Maker maker={maker} /> : <p>No dealer is known to quote this bond.</p>}
        </section>
        <section>
          <h3>Auction</h3>
          {auction ? <Auction auction={auction} /> : <p>No auction of this bond is known.</p>}
        </section>
        <section>
          <h3>Trading</h3>
          <Figures>
            <Figure name="Slippage at once">
              {slippage ? `${formatBasisPoints(slippage.cost_bps)}, ${formatShare(slippage.visible_share)} visible` : "–"}
            </Figure>
            <Figure name="Turnover ratio">{profile.turnover_ratio === null ? "–" : `${formatFigure(100 * profile.turnover_ratio)}%`}</Figure>
            <Figure name="Amihud per million">{formatFigure(history?.amihud_per_million)}</Figure>
            <Figure name="Roll spread">{formatBasisPoints(history?.roll_spread_bps)}</Figure>
            <Figure name="Days of history">{formatAmount(history?.days)}</Figure>
          </Figures>
        </section>
      </div>
    </Panel>
  );
}

const Maker = ({ maker }: { maker: MarketMakerSignal }) => (
  <Figures>
    <Figure name="State">{maker.online ? "Online" : "Offline"}</Figure>
    <Figure name="Quote quality">{plain(maker.quote_quality)}</Figure>
    <Figure name="Quotes in 24 h">{formatAmount(maker.quotes_last24h)}</Figure>
    <Figure name="Last quoted spread">{formatBasisPoints(maker.last_quote_spread_bps)}</Figure>
    <Figure name="Capacity">{formatAmount(maker.capacity_face)}</Figure>
    <Figure name="Observed">{formatInstant(maker.observed_at)}</Figure>
  </Figures>
);

const Auction = ({ auction }: { auction: AuctionSignal }) => (
  <Figures>
    <Figure name="Auction">{auction.auction_id}</Figure>
    <Figure name="Bid cover">{formatFigure(auction.bid_cover)}</Figure>
    <Figure name="Fall of demand">{formatBasisPoints(auction.demand_slope_bps)}</Figure>
    <Figure name="Clearing estimate">{formatPrice(auction.clearing_price_estimate)}</Figure>
    <Figure name="Next window">{formatAppointment(auction.next_window)}</Figure>
    <Figure name="Observed">{formatInstant(auction.observed_at)}</Figure>
  </Figures>
);
