using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Local.Simulator.Market;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Exits;

/// <summary>What feeds show of a hidden market: quotes with noise, the session so far, the maker's state, the auction's bids so far.</summary>
internal static class MarketView
{
    private const string Source = "simulator";

    public static BondInputs Of(HiddenMarket market, Dice dice, DateTimeOffset now) => new(
        Stamped(Quotes(market, dice), now),
        market.Auction is { } auction ? Stamped(Auction(market, auction, now), now) : null,
        market.Maker is { } maker ? Stamped(Maker(market, maker, dice), now) : null,
        Stamped(market.Reference, now));

    private static Microstructure Quotes(HiddenMarket market, Dice dice)
    {
        var half = market.HalfSpreadBps * dice.Factor(0.2) / 10_000;
        var mid = market.Fair * (1 + (0.3 * half * dice.Normal()));
        var bid = dice.Chance(Math.Sqrt(market.TwoSided));
        var ask = bid && dice.Chance(Math.Sqrt(market.TwoSided));
        var trades = dice.Count(market.TradesPerDay / 2);
        var sides = (bid ? 1 : 0) + (ask ? 1 : 0);
        return new(
            bid ? Price(mid * (1 - half)) : null,
            ask ? Price(mid * (1 + half)) : null,
            bid ? Face(market.Depth / 4) : null,
            ask ? Face(market.Depth / 4) : null,
            Face(sides * market.Depth * dice.Factor(0.3)),
            5,
            trades,
            trades > 0 ? Price(mid) : null,
            Face(Enumerable.Range(0, trades).Sum(_ => market.TradeFace * dice.Factor(0.7))),
            TimeSpan.FromDays(Math.Min(1_000, dice.Wait(market.TradesPerDay))));
    }

    private static MarketMakerState Maker(HiddenMarket market, HiddenMaker maker, Dice dice) => new(
        maker.Online,
        new InventoryBand(Face(maker.High / 4), Face(maker.High / 2), Face(maker.High)),
        new BasisPoints(market.HalfSpreadBps),
        new BasisPoints(2 * market.HalfSpreadBps * dice.Factor(0.15)),
        maker.Online ? dice.Count(16 * maker.AnswersPerHour) : 0);

    private static AuctionSignal Auction(HiddenMarket market, HiddenAuction auction, DateTimeOffset now)
    {
        var demand = AuctionDemand.Of(auction.Bids, market.Fair, auction.LotsOffered);
        return new("AUCTION", auction.LotsOffered, auction.Bids.Count, demand.Curve, demand.Clearing, now.AddHours(auction.HoursToWindow));
    }

    private static Stamped<T> Stamped<T>(T value, DateTimeOffset now)
        where T : class => new(value, new EventStamp(now, 0), Source, now);

    private static BondPrice Price(double percent) => new(Math.Round((decimal)percent, 3));

    private static FaceAmount Face(double amount) => new(Math.Round((decimal)amount / 1_000m) * 1_000m);
}
