using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Local.Simulator.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Market;

/// <summary>What an auction shows of its bids.</summary>
/// <param name="Curve">At each price, the face amount bid for at that price or better; prices fall.</param>
/// <param name="Clearing">The highest price at which all lots are sold; null when the bids do not reach.</param>
internal sealed record AuctionDemand(IReadOnlyList<DemandPoint> Curve, BondPrice? Clearing)
{
    public static AuctionDemand Of(IEnumerable<HiddenBid> bids, double fair, int lots)
    {
        var sum = 0.0;
        var curve = bids.OrderBy(b => b.DiscountBps)
            .Select(b => new DemandPoint(Price(fair * (1 - (b.DiscountBps / 10_000))), Face(sum += b.Face)))
            .ToList();
        return new(curve, curve.Find(d => (double)d.Quantity.Value >= lots * HiddenAuction.LotFace)?.Price);
    }

    private static BondPrice Price(double percent) => new(Math.Round((decimal)percent, 3));

    private static FaceAmount Face(double amount) => new(Math.Round((decimal)amount / 1_000m) * 1_000m);
}
