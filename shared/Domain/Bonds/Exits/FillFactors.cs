using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>
/// What moves a path's fill probability, in log-odds. Every factor falls or stays with trade size and rises or stays with quotes,
/// bids, inventory and rating, so the probability does too.
/// </summary>
internal static class FillFactors
{
    public static IReadOnlyList<ExitFactor> Of(ExitContext c, ExitPath path, FaceAmount tradeSize)
    {
        var factors = Judged(c, path, tradeSize);
        for (var i = 0; i < factors.Length; i++)
            if (factors[i].Contribution is { } judged) factors[i] = factors[i] with { Contribution = Calibrated(path, factors[i].Kind, judged) };
        return factors;
    }

    private static ExitFactor[] Judged(ExitContext c, ExitPath path, FaceAmount tradeSize)
    {
        var size = (double)tradeSize.Value;
        return path switch
        {
            ExitPath.MarketMaker =>
            [
                Base(ExitModel.MarketMakerBase),
                Quotes(c.MarketMaker, ExitModel.QuoteActivity),
                Tightness(c.MarketMaker),
                InventoryRoom(c.MarketMaker, size),
                Rating(c),
                SizeToDepth(c, size),
                Liquidity(c, ExitModel.MarketMakerLiquidity),
            ],
            ExitPath.Auction =>
            [
                Base(ExitModel.AuctionBase),
                BidCover(c.Auction),
                DemandCover(c.Auction, size),
                Slope(c.Auction, size),
                Rating(c),
            ],
            ExitPath.RfqBatch =>
            [
                Base(ExitModel.RfqBase),
                new(ExitFactorKind.DealerPresence, c.HasDealer ? 0 : ExitModel.NoDealer, c.HasDealer ? 1 : 0),
                Quotes(c.HasDealer ? c.MarketMaker : null, ExitModel.RfqQuoteActivity),
                Rating(c),
                SizeToCap(c, size),
                Liquidity(c, ExitModel.OtherLiquidity),
            ],
            _ =>
            [
                Base(ExitModel.TokenBase),
                Rating(c),
                SizeToLots(c, size),
                Liquidity(c, ExitModel.OtherLiquidity),
            ],
        };
    }

    /// <summary>1 / (1 + e^(−z)), z the sum of the contributions.</summary>
    public static Probability Probability(IReadOnlyList<ExitFactor> factors) =>
        new(1 / (1 + Math.Exp(-factors.Sum(f => f.Contribution ?? 0))));

    private static double Calibrated(ExitPath path, ExitFactorKind kind, double judged) =>
        kind == ExitFactorKind.Base ? judged + ExitCalibration.ShiftOf(path) : judged * ExitCalibration.WeightOf(path, kind);

    private static ExitFactor Base(double contribution) => new(ExitFactorKind.Base, contribution, null);

    private static ExitFactor Of(ExitFactorKind kind, double? observed, Func<double, double> contribution) =>
        new(kind, observed is { } x ? contribution(x) : null, observed);

    private static ExitFactor Quotes(MarketMakerState? maker, double most) => Of(
        ExitFactorKind.QuoteActivity, maker?.QuotesLast24Hours, q => most * Math.Max(0, q) / (Math.Max(0, q) + ExitModel.HalfActiveQuotes));

    private static ExitFactor Tightness(MarketMakerState? maker) => Of(
        ExitFactorKind.QuoteTightness,
        (maker?.LastQuoteSpread ?? maker?.MinSpread)?.Value,
        bps => Math.Clamp(ExitModel.TightestQuote + (ExitModel.PerQuoteBp * bps), ExitModel.LoosestQuote, ExitModel.TightestQuote));

    private static ExitFactor InventoryRoom(MarketMakerState? maker, double size) => Of(
        ExitFactorKind.InventoryRoom,
        maker?.InventoryBand is { High.IsZero: false } band ? size / (double)band.High.Value : null,
        share => Math.Clamp(1 - (2 * share), -1, 1));

    private static ExitFactor Rating(ExitContext c) => Of(
        ExitFactorKind.Rating,
        c.Rating.Notch ?? ExitModel.UnratedNotch,
        notch => ExitModel.RatingTop + (ExitModel.RatingRange * notch / ExitModel.LastNotch));

    private static ExitFactor Liquidity(ExitContext c, double weight) =>
        Of(ExitFactorKind.LiquidityIndex, c.Index, index => weight * (index - 50) / 50);

    private static ExitFactor SizeToDepth(ExitContext c, double size) => c.BidDepth is 0
        ? new(ExitFactorKind.SizeToDepth, ExitModel.SizeToDepthFloor, null)
        : Of(
            ExitFactorKind.SizeToDepth,
            size / c.BidDepth,
            ratio => Math.Max(ExitModel.SizeToDepthFloor, ExitModel.SizeToDepth * Math.Log(1 + ratio)));

    private static ExitFactor SizeToCap(ExitContext c, double size) => Of(
        ExitFactorKind.SizeToCap,
        c.CapOf(ExitPath.RfqBatch) is { IsZero: false } cap ? size / (double)cap.Value : null,
        share => ExitModel.SizeToCap * share);

    private static ExitFactor SizeToLots(ExitContext c, double size) => Of(
        ExitFactorKind.SizeToLots,
        size / (ExitModel.LotsOfReference * (double)c.Policy.TokenizedMinLot.Value),
        ratio => ExitModel.SizeToLots * Math.Log(1 + ratio));

    private static ExitFactor BidCover(AuctionSignal? auction) => Of(
        ExitFactorKind.BidCover,
        auction is { LotsOffered: > 0 } a ? (double)Math.Max(0, a.BidsCount) / a.LotsOffered : null,
        cover => ExitModel.BidCover * cover / (1 + cover));

    private static ExitFactor DemandCover(AuctionSignal? auction, double size) => Of(
        ExitFactorKind.DemandCover,
        auction is { Demand.Count: > 0 } a ? (double)a.Demand.Max(d => d.Quantity.Value) / size : null,
        cover => ExitModel.DemandCover * (cover - 1) / (cover + 1));

    private static ExitFactor Slope(AuctionSignal? auction, double size) => Of(
        ExitFactorKind.DemandSlope,
        auction is null ? null : DemandCurve.FallBps(auction.Demand, size),
        bps => ExitModel.DemandSlope * bps / (bps + ExitModel.HalfSlopeBps));
}
