using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>
/// What a sale is expected to fetch.
/// <code>
/// cost   = spread/2 + ½·spread·√(size / depth)      basis points below the reference price
/// price  = reference·(1 − cost/10⁴)
/// </code>
/// An auction fetches its clearing estimate, less what the size walks down the demand curve. From a lone bid no half-spread is
/// taken: the bid is already the selling price. Depth that is known to be none gives no price. The square root is the usual law of market impact (Tóth et al. 2011, Physical
/// Review X 1, 021006); its size here is judgement.
/// </summary>
internal static class ExitPricing
{
    public static (ExitQuote? Quote, NoQuoteReason? Reason) Quote(ExitContext c, ExitPath path, FaceAmount size)
    {
        if (c.Price is not { } reference) return (null, NoQuoteReason.NoReferencePrice);
        if (path == ExitPath.Auction)
        {
            if (c.Auction?.ClearingPriceEstimate is not { } clearing) return (null, NoQuoteReason.NoClearingEstimate);
            var walk = DemandCurve.FallBps(c.Auction.Demand, (double)size.Value) ?? 0;
            return (At(c, reference, Below(clearing, walk), size), null);
        }

        if (SpreadOf(c, path) is not { } spread) return (null, NoQuoteReason.NoSpread);
        if (c.BidDepth is 0) return (null, NoQuoteReason.NoBidDepth);
        var half = reference.Origin == ReferencePriceOrigin.Bid ? 0 : spread / 2;
        return (At(c, reference, Below(reference.Price, half + (spread * Impact(c, size))), size), null);
    }

    /// <summary>The path's full spread before impact, basis points; null when nobody's is known.</summary>
    private static double? SpreadOf(ExitContext c, ExitPath path)
    {
        var market = (c.Market?.Spread ?? c.MarketMaker?.LastQuoteSpread)?.Value;
        return path switch
        {
            ExitPath.MarketMaker => (c.MarketMaker?.LastQuoteSpread?.Value ?? market ?? c.MarketMaker?.MinSpread?.Value) is { } quoted
                ? Math.Max(quoted, Math.Max(c.MarketMaker?.MinSpread?.Value ?? 0, c.Policy.MarketMakerMinSpread.Value))
                : null,
            ExitPath.RfqBatch => market * (c.HasDealer ? ExitModel.RfqSpreadFactor : ExitModel.RfqSpreadFactorWithoutDealer),
            _ => market * ExitModel.TokenSpreadFactor,
        };
    }

    private static double Impact(ExitContext c, FaceAmount size) => c.BidDepth switch
    {
        null => 0,
        { } depth => ExitModel.ImpactShare * Math.Sqrt((double)size.Value / depth),
    };

    private static BondPrice Below(BondPrice price, double bps)
    {
        var left = 1 - ((decimal)Math.Clamp(bps, 0, ExitModel.MaxCostBps) / 10_000m);
        return new BondPrice(Math.Max(0.000001m, Math.Round(price.PercentOfFace * left, 6)));
    }

    private static ExitQuote At(ExitContext c, ReferencePrice reference, BondPrice price, FaceAmount size)
    {
        var lost = reference.Price - price;
        return new(
            price,
            new BasisPoints((double)(2 * lost / reference.Price.PercentOfFace * 10_000m)),
            new Money(Math.Round(size.Value * lost / 100m, 2), c.Currency),
            reference);
    }
}
