using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>
/// The auctions of one bond, one every four hours. Lots and bidders are drawn when a window has passed; of the bidders, the share
/// that has bid after a share u of the time is u², so that bids grow towards the window. Bids follow the bond's price.
/// </summary>
internal sealed class SimulatedAuction(Isin isin, double appetite, Dice dice)
{
    private const double MeanBidders = 11; // as in the hidden auction
    private const int MeanFurtherLots = 4;
    private static readonly TimeSpan Cadence = TimeSpan.FromHours(4);

    private DateTimeOffset _window = DateTimeOffset.MinValue;
    private int _lots;
    private List<(DateTimeOffset At, HiddenBid Bid)> _bidders = [];

    /// <summary>The auction as it stands.</summary>
    /// <param name="now">The instant; does not fall from call to call.</param>
    /// <param name="fair">The bond's price, percent of face.</param>
    /// <param name="halfSpreadBps">Half of the bond's spread, basis points: what bidders want off the price is spread around it.</param>
    public AuctionPayload Observe(DateTimeOffset now, double fair, double halfSpreadBps)
    {
        if (now >= _window) Announce(now, halfSpreadBps);
        var bids = _bidders.Where(b => b.At <= now).Select(b => b.Bid).ToList();
        var demand = AuctionDemand.Of(bids, fair, _lots);
        return new AuctionPayload(
            FormattableString.Invariant($"{isin.Value}-{_window:yyyyMMdd-HHmm}"),
            _lots,
            bids.Count,
            [.. demand.Curve.Select(d => (decimal[])[d.Price.PercentOfFace, d.Quantity.Value])],
            demand.Clearing,
            _window,
            Isin: null);
    }

    private void Announce(DateTimeOffset now, double halfSpreadBps)
    {
        _window = WindowGrid.After(now, Cadence);
        _lots = 1 + dice.Count(MeanFurtherLots);
        var bidders = dice.Count(MeanBidders * appetite * dice.Factor(0.4));
        _bidders = [.. Enumerable.Range(0, bidders)
            .Select(_ => (_window - Cadence + (Math.Sqrt(dice.Share()) * Cadence), HiddenBid.Draw(dice, halfSpreadBps)))];
    }
}
