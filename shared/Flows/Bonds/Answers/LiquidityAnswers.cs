using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds.Answers;

/// <summary>Turns a liquidity profile into what readers get.</summary>
internal static class LiquidityAnswers
{
    private const int Digits = 2;

    /// <summary>The part that is pushed to subscribers: index, market and time to exit.</summary>
    public static LiquidityProfileAnswer Profile(BondTranslation t) => Profile(t.Liquidity!, t.Exits is { } exits ? TimeToExit.Of(exits) : null);

    /// <summary>As <see cref="Profile(BondTranslation)"/>, with everything that a page about the bond shows.</summary>
    public static LiquidityProfileAnswer Detailed(
        BondTranslation t, BondInputs inputs, TradingHistory history, FaceAmount tradeSize, Audience audience)
    {
        var market = t.Liquidity!.Market;
        return Profile(t) with
        {
            QuotedSlippage = Slippage(market, tradeSize),
            TurnoverRatio = t.Reference?.IssueSize is { IsZero: false } issue && market.VolumeFace is { } volume
                ? Math.Round((double)(volume.Value / issue.Value), 6)
                : null,
            TradingHistory = history.Days.Count == 0 ? null : new(history.Days.Count, history.Amihud(), Rounded.BasisPoints(history.Roll())),
            AuctionSignal = SignalAnswers.Auction(inputs.Auction, tradeSize),
            MarketMakerSignal = SignalAnswers.MarketMaker(inputs.MarketMaker, audience),
            SecondIndex = SecondIndexAnswers.Of(market, t.Reference, t.Liquidity.Index),
            CostSurface = CostSurfaceAnswers.Of(market),
        };
    }

    public static SlippageAnswer? Slippage(Microstructure market, FaceAmount size) => QuotedSlippage.Of(market, size) is { } s
        ? new(s.Size, Rounded.BasisPoints(s.Cost), Rounded.Probability(s.VisibleShare))
        : null;

    private static LiquidityProfileAnswer Profile(LiquidityProfile p, TimeToExit? time) => new(
        Rounded.Score(p.Index.Value),
        p.Index.Level is { } level ? SnakeCase.Of(level) : null,
        p.Index.Reason,
        Rounded.BasisPoints(p.Market.Spread),
        p.Market.Bid,
        p.Market.Ask,
        p.Market.Mid,
        p.Market.BidSize,
        p.Market.AskSize,
        p.Market.DepthFace,
        p.Market.DepthLevels,
        p.Market.TradesCount,
        p.Market.Vwap,
        p.Market.VolumeFace,
        p.Market.TimeSinceLastTrade?.TotalSeconds,
        p.ObservedAt,
        p.Source,
        p.Index.AssessedWeight,
        [.. p.Index.Components.Select(Component)],
        Rounded.Minutes(time?.Expected),
        time is null
            ? null
            : new(Rounded.Minutes(time.Low), Rounded.Minutes(time.Expected), Rounded.Minutes(time.High), Rounded.Probability(time.Fill)));

    private static LiquidityComponentAnswer Component(LiquidityComponent c) =>
        new(SnakeCase.Of(c.Kind), Rounded.Score(c.Score), c.Weight, Math.Round(c.Contribution, Digits), SnakeCase.Of(c.Note));
}
