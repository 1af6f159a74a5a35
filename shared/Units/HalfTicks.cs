namespace LiquidityRisk.Units;

/// <summary>
/// A price of one certificate in whole halves of a tick (EUR 0.005), so that half-way between two <see cref="Ticks"/> is exact. Not
/// something an order can carry. From 2 to 2 × 10^9. <c>default</c> is not a price.
/// </summary>
public readonly record struct HalfTicks : IComparable<HalfTicks>
{
    /// <summary>Takes a number of half ticks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 2 or above 2 × 10^9.</exception>
    public HalfTicks(int value)
    {
        if (value is < 2 or > 2 * Ticks.Max)
            throw new ArgumentOutOfRangeException(nameof(value), value, "A price is 2 to 2 × 10^9 half ticks.");
        Value = value;
    }

    /// <summary>Half ticks; 0 for <c>default</c>.</summary>
    public int Value { get; }

    /// <summary>Euros for one certificate.</summary>
    public decimal Euros => Value * Ticks.Euro / 2;

    /// <summary>The same price.</summary>
    public static HalfTicks Of(Ticks price) => new(2 * price.Value);

    /// <summary>Half-way between two prices, exactly.</summary>
    public static HalfTicks Midpoint(Ticks a, Ticks b) => new(a.Value + b.Value);

    /// <summary>Whether the left price is lower.</summary>
    public static bool operator <(HalfTicks left, HalfTicks right) => left.Value < right.Value;

    /// <summary>Whether the left price is higher.</summary>
    public static bool operator >(HalfTicks left, HalfTicks right) => left.Value > right.Value;

    /// <summary>Whether the left price is not higher.</summary>
    public static bool operator <=(HalfTicks left, HalfTicks right) => left.Value <= right.Value;

    /// <summary>Whether the left price is not lower.</summary>
    public static bool operator >=(HalfTicks left, HalfTicks right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(HalfTicks other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Euros.ToString("0.000", System.Globalization.CultureInfo.InvariantCulture);
}
