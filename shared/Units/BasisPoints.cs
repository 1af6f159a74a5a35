namespace LiquidityRisk.Units;

/// <summary>A relative difference in basis points (1 bp = 0.01 %). Finite; may be negative. <c>default</c> is 0 bp.</summary>
public readonly record struct BasisPoints
{
    /// <summary>Takes a number of basis points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NaN or infinite.</exception>
    public BasisPoints(double value)
    {
        if (!double.IsFinite(value)) throw new ArgumentOutOfRangeException(nameof(value), value, "Basis points are finite.");
        Value = value;
    }

    /// <summary>Basis points.</summary>
    public double Value { get; }

    /// <summary>Ask minus bid relative to their midpoint. Negative when the market is crossed.</summary>
    public static BasisPoints Spread(BondPrice bid, BondPrice ask) =>
        new((double)((ask - bid) / BondPrice.Midpoint(bid, ask).PercentOfFace * 10_000m));
}
