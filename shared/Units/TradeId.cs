namespace LiquidityRisk.Units;

/// <summary>A trade's number: 1 for the first trade of a market, one more for each next one. Positive. <c>default</c> is none, number 0.</summary>
public readonly record struct TradeId : IComparable<TradeId>
{
    /// <summary>Takes a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public TradeId(long value)
    {
        if (value < 1) throw new ArgumentOutOfRangeException(nameof(value), value, "An id is positive.");
        Value = value;
    }

    /// <summary>The number; 0 for <c>default</c>.</summary>
    public long Value { get; }

    /// <summary>Whether the left number is lower.</summary>
    public static bool operator <(TradeId left, TradeId right) => left.Value < right.Value;

    /// <summary>Whether the left number is higher.</summary>
    public static bool operator >(TradeId left, TradeId right) => left.Value > right.Value;

    /// <summary>Whether the left number is not higher.</summary>
    public static bool operator <=(TradeId left, TradeId right) => left.Value <= right.Value;

    /// <summary>Whether the left number is not lower.</summary>
    public static bool operator >=(TradeId left, TradeId right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(TradeId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
