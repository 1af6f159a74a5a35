namespace LiquidityRisk.Domain.Bonds.Exits;

/// <summary>Reads an auction's demand curve.</summary>
public static class DemandCurve
{
    /// <summary>
    /// Basis points of price that the curve spans per face amount, times a size: how far an extra sale of that size walks down it.
    /// Taken from the smallest to the largest quantity, whichever way the feed orders prices; null with fewer than two quantities.
    /// </summary>
    public static double? FallBps(IReadOnlyList<DemandPoint> demand, double size)
    {
        if (demand.Count < 2) return null;
        var least = demand.MinBy(d => d.Quantity.Value)!;
        var most = demand.MaxBy(d => d.Quantity.Value)!;
        var quantity = (double)(most.Quantity.Value - least.Quantity.Value);
        if (quantity <= 0) return null;
        var high = Math.Max(most.Price.PercentOfFace, least.Price.PercentOfFace);
        var bps = (double)(Math.Abs(most.Price - least.Price) / high) * 10_000;
        return bps / quantity * size;
    }
}
