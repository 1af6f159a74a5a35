namespace LiquidityRisk.Units;

/// <summary>An order's number, unique in its market for all time, given by whoever places it. Positive. <c>default</c> is none, number 0.</summary>
public readonly record struct OrderId : IComparable<OrderId>
{
    /// <summary>Takes a number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not positive.</exception>
    public OrderId(long value)
    {
        if (value < 1) throw new ArgumentOutOfRangeException(nameof(value), value, "An id is positive.");
        Value = value;
    }

    /// <summary>The number; 0 for <c>default</c>.</summary>
    public long Value { get; }

    /// <summary>Whether the left number is lower.</summary>
    public static bool operator <(OrderId left, OrderId right) => left.Value < right.Value;

    /// <summary>Whether the left number is higher.</summary>
    public static bool operator >(OrderId left, OrderId right) => left.Value > right.Value;

    /// <summary>Whether the left number is not higher.</summary>
    public static bool operator <=(OrderId left, OrderId right) => left.Value <= right.Value;

    /// <summary>Whether the left number is not lower.</summary>
    public static bool operator >=(OrderId left, OrderId right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public int CompareTo(OrderId other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
