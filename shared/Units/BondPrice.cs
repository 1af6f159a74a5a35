namespace LiquidityRisk.Units;

/// <summary>
/// A clean bond price in percent of face value, for example 100.25. Positive, at most 1,000. <c>default</c> is not a price.
/// </summary>
/// <remarks>
/// <list type="table">
/// <item><term>price − price</term><description>decimal, percentage points of face</description></item>
/// <item><term>price × face amount</term><description>use <see cref="FaceAmount.ValueAt"/></description></item>
/// </list>
/// </remarks>
public readonly record struct BondPrice : IComparable<BondPrice>
{
    /// <summary>Largest price accepted, in percent of face.</summary>
    public const decimal Max = 1_000m;

    /// <summary>Takes a price in percent of face.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not in (0, 1,000].</exception>
    public BondPrice(decimal percentOfFace)
    {
        if (percentOfFace is <= 0 or > Max)
            throw new ArgumentOutOfRangeException(nameof(percentOfFace), percentOfFace, "A bond price is above 0 and at most 1,000 percent of face.");
        PercentOfFace = percentOfFace;
    }

    /// <summary>Percent of face value.</summary>
    public decimal PercentOfFace { get; }

    /// <summary>Difference in percentage points of face.</summary>
    public static decimal operator -(BondPrice left, BondPrice right) => left.PercentOfFace - right.PercentOfFace;

    /// <summary>Whether the left price is lower.</summary>
    public static bool operator <(BondPrice left, BondPrice right) => left.PercentOfFace < right.PercentOfFace;

    /// <summary>Whether the left price is higher.</summary>
    public static bool operator >(BondPrice left, BondPrice right) => left.PercentOfFace > right.PercentOfFace;

    /// <summary>Whether the left price is not higher.</summary>
    public static bool operator <=(BondPrice left, BondPrice right) => !(left > right);

    /// <summary>Whether the left price is not lower.</summary>
    public static bool operator >=(BondPrice left, BondPrice right) => !(left < right);

    /// <summary>The price half-way between two.</summary>
    public static BondPrice Midpoint(BondPrice a, BondPrice b) => new((a.PercentOfFace + b.PercentOfFace) / 2);

    /// <inheritdoc/>
    public int CompareTo(BondPrice other) => PercentOfFace.CompareTo(other.PercentOfFace);
}
