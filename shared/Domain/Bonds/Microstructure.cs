using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>What one look at a bond's market showed.</summary>
/// <param name="Bid">Best price somebody pays; null when nobody does or it was not observed.</param>
/// <param name="Ask">Best price somebody asks; null when nobody does or it was not observed.</param>
/// <param name="BidSize">Face amount at the best bid; null when not observed.</param>
/// <param name="AskSize">Face amount at the best ask; null when not observed.</param>
/// <param name="DepthFace">Face amount over the visible levels of both sides; null when not observed.</param>
/// <param name="DepthLevels">How many levels <paramref name="DepthFace"/> counts.</param>
/// <param name="TradesCount">Trades in the session; null when not observed.</param>
/// <param name="Vwap">Volume-weighted average price of the session; null when nothing traded or not observed.</param>
/// <param name="VolumeFace">Face amount traded in the session; null when not observed.</param>
/// <param name="TimeSinceLastTrade">Age of the last trade; null when it is not known.</param>
/// <param name="IsFlaggedCrossed">The venue itself says that bid and ask are crossed (for example in an auction call).</param>
public sealed record Microstructure(
    BondPrice? Bid,
    BondPrice? Ask,
    FaceAmount? BidSize,
    FaceAmount? AskSize,
    FaceAmount? DepthFace,
    int? DepthLevels,
    int? TradesCount,
    BondPrice? Vwap,
    FaceAmount? VolumeFace,
    TimeSpan? TimeSinceLastTrade,
    bool IsFlaggedCrossed = false)
{
    /// <summary>Whether bid exceeds ask.</summary>
    public bool IsCrossed => Bid is { } bid && Ask is { } ask && bid > ask;

    /// <summary>Whether quotes were looked at, so that a missing side means that nobody quotes it.</summary>
    public bool QuotesObserved => Bid is not null || Ask is not null || DepthFace is not null;

    /// <summary>Midpoint of a two-sided market, else null.</summary>
    public BondPrice? Mid => Bid is { } bid && Ask is { } ask ? BondPrice.Midpoint(bid, ask) : null;

    /// <summary>Spread of a two-sided, uncrossed market, else null.</summary>
    public BasisPoints? Spread => Bid is { } bid && Ask is { } ask && bid <= ask ? BasisPoints.Spread(bid, ask) : null;
}
