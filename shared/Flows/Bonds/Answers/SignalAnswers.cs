using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds.Answers;

/// <summary>What auction and market maker say, for readers.</summary>
internal static class SignalAnswers
{
    public static AuctionSignalAnswer? Auction(Stamped<AuctionSignal>? auction, FaceAmount tradeSize) => auction is not { Value: var a }
        ? null
        : new(
            a.AuctionId,
            a.LotsOffered > 0 ? Math.Round((double)a.BidsCount / a.LotsOffered, 2) : null,
            DemandCurve.FallBps(a.Demand, (double)tradeSize.Value) is { } fall ? Rounded.BasisPoints(new BasisPoints(fall)) : null,
            a.ClearingPriceEstimate,
            a.NextWindow,
            auction.Stamp.OccurredAt);

    public static MarketMakerSignalAnswer? MarketMaker(Stamped<MarketMakerState>? maker, Audience audience) => maker is not { Value: var m }
        ? null
        : new(
            m.IsOnline,
            SnakeCase.Of(m.Quality),
            m.QuotesLast24Hours,
            m.LastQuoteSpread,
            audience == Audience.Retail ? null : m.InventoryBand?.High,
            maker.Stamp.OccurredAt);
}
