using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>The price that costs, yields and sensitivities are measured from.</summary>
/// <param name="Price">Clean price in percent of face.</param>
/// <param name="Origin">Where it was taken from.</param>
public sealed record ReferencePrice(BondPrice Price, ReferencePriceOrigin Origin)
{
    /// <summary>The best price known, in the order of <see cref="ReferencePriceOrigin"/>; null when there is none.</summary>
    public static ReferencePrice? Of(BondInputs inputs)
    {
        var market = inputs.Market?.Value;
        if (market is { IsCrossed: false, Mid: { } mid }) return new(mid, ReferencePriceOrigin.Midpoint);
        if (market?.Vwap is { } vwap) return new(vwap, ReferencePriceOrigin.SessionAverage);
        if (market is { IsCrossed: false, Bid: { } bid }) return new(bid, ReferencePriceOrigin.Bid);
        return inputs.Auction?.Value.ClearingPriceEstimate is { } clearing
            ? new(clearing, ReferencePriceOrigin.AuctionClearing)
            : null;
    }
}

/// <summary>Where a reference price was taken from, best first.</summary>
public enum ReferencePriceOrigin
{
    /// <summary>Half-way between bid and ask.</summary>
    Midpoint,

    /// <summary>The session's volume-weighted average of trades.</summary>
    SessionAverage,

    /// <summary>The bid of a one-sided market.</summary>
    Bid,

    /// <summary>The auction's estimated clearing price.</summary>
    AuctionClearing,
}
