using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>The state of a bond's fractional auction.</summary>
/// <param name="AuctionId">The venue's name for it.</param>
/// <param name="LotsOffered">Lots on offer.</param>
/// <param name="BidsCount">Bids so far.</param>
/// <param name="Demand">Cumulative demand: at each price, the face amount bid for at that price or better.</param>
/// <param name="ClearingPriceEstimate">Where the auction would clear now; null when it would not.</param>
/// <param name="NextWindow">When the next window opens; null when none is announced.</param>
public sealed record AuctionSignal(
    string AuctionId,
    int LotsOffered,
    int BidsCount,
    IReadOnlyList<DemandPoint> Demand,
    BondPrice? ClearingPriceEstimate,
    DateTimeOffset? NextWindow);

/// <summary>One point of an auction's demand curve.</summary>
/// <param name="Price">Price in percent of face.</param>
/// <param name="Quantity">Face amount.</param>
public sealed record DemandPoint(BondPrice Price, FaceAmount Quantity);
