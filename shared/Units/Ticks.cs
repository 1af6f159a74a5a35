namespace LiquidityRisk.Units;

/// <summary>
/// A price of one certificate in whole ticks of EUR 0.01: 7,237 ticks are EUR 72.37. From 1 to 10^9. <c>default</c> is not a
/// price. Whole numbers, so that an order book never compares rounded prices.
/// </summary>
/// <remarks>
/// <list type="table">
/// <item><term>price − price</term><description>int, ticks; may be negative</description></item>
/// <item><term>price × lots</term><description>use <see cref="ValueOf"/>: exact euros</description></item>
/// </list>
/// </remarks>
public readonly record struct Ticks : IComparable<Ticks>
{
    /// <summary>Highest price accepted: EUR 10 million.</summary>
    public const int Max = 1_000_000_000;

    /// <summary>Euros in a tick.</summary>
    public const decimal Euro = 0.01m;

    /// <summary>Takes a number of ticks.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1 or above 10^9.</exception>
    public Ticks(int value)
    {
        if (value is < 1 or > Max) throw new ArgumentOutOfRangeException(nameof(value), value, "A price is 1 to 10^9 ticks.");
        Value = value;
    }

    /// <summary>Ticks; 0 for <c>default</c>.</summary>
    public int Value { get; }

    /// <summary>Euros for one certificate.</summary>
    public decimal Euros => Value * Euro;

    /// <summary>Difference in ticks.</summary>
    public static int operator -(Ticks left, Ticks right) => left.Value - right.Value;

    /// <summary>Whether the left price is lower.</summary>
    public static bool operator <(Ticks left, Ticks right) => left.Value < right.Value;

    /// <summary>Whether the left price is higher.</summary>
    public static bool operator >(Ticks left, Ticks right) => left.Value > right.Value;

    /// <summary>Whether the left price is not higher.</summary>
    public static bool operator <=(Ticks left, Ticks right) => left.Value <= right.Value;

    /// <summary>Whether the left price is not lower.</summary>
    public static bool operator >=(Ticks left, Ticks right) => left.Value >= right.Value;

    /// <summary>The price of a number of euros; false when it is out of range or not a whole number of ticks.</summary>
    public static bool TryFromEuros(decimal euros, out Ticks price)
    {
        price = default;
        if (euros is < Euro or > Max * Euro || euros % Euro != 0) return false;
        price = new Ticks((int)(euros / Euro));
        return true;
    }

    /// <summary>What some certificates cost at this price, exactly, in EUR.</summary>
    public Money ValueOf(Lots lots) => new(Euros * lots.Value, CurrencyCode.Eur);

    /// <inheritdoc/>
    public int CompareTo(Ticks other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Euros.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}
