namespace LiquidityRisk.Units;

/// <summary>
/// How many times the liquidation value of a loan's collateral covers its debt: below 1 it may be liquidated. 0 or more; a loan without debt
/// has none (null). <c>default</c> is 0: no collateral at all.
/// </summary>
public readonly record struct HealthFactor : IComparable<HealthFactor>
{
    /// <summary>Takes a factor.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public HealthFactor(decimal value)
    {
        if (value < 0) throw new ArgumentOutOfRangeException(nameof(value), value, "A health factor is not negative.");
        Value = value;
    }

    /// <summary>0 or more.</summary>
    public decimal Value { get; }

    /// <summary>Whether anybody may liquidate.</summary>
    public bool IsLiquidatable => Value < 1;

    /// <summary>Whether the left one is worse.</summary>
    public static bool operator <(HealthFactor left, HealthFactor right) => left.Value < right.Value;

    /// <summary>Whether the left one is better.</summary>
    public static bool operator >(HealthFactor left, HealthFactor right) => left.Value > right.Value;

    /// <summary>Whether the left one is not better.</summary>
    public static bool operator <=(HealthFactor left, HealthFactor right) => left.Value <= right.Value;

    /// <summary>Whether the left one is not worse.</summary>
    public static bool operator >=(HealthFactor left, HealthFactor right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(HealthFactor other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Value:0.####}");
}
