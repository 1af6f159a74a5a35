namespace LiquidityRisk.Units;

/// <summary>
/// A number of certificates in whole lots; a lot is one certificate. From 0 to 10^15. <c>default</c> is zero.
/// </summary>
/// <remarks>
/// <list type="table">
/// <item><term>lots + lots</term><description>lots; throws above 10^15</description></item>
/// <item><term>lots − lots</term><description>lots; throws below zero</description></item>
/// <item><term>lots × price</term><description>use <see cref="Ticks.ValueOf"/></description></item>
/// </list>
/// </remarks>
public readonly record struct Lots : IComparable<Lots>
{
    /// <summary>Largest number accepted.</summary>
    public const long Max = 1_000_000_000_000_000;

    /// <summary>Takes a number of lots.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or above 10^15.</exception>
    public Lots(long value)
    {
        if (value is < 0 or > Max) throw new ArgumentOutOfRangeException(nameof(value), value, "A quantity is 0 to 10^15 lots.");
        Value = value;
    }

    /// <summary>Lots.</summary>
    public long Value { get; }

    /// <summary>Whether there is nothing.</summary>
    public bool IsZero => Value == 0;

    /// <summary>Sum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Above 10^15.</exception>
    public static Lots operator +(Lots left, Lots right) => new(left.Value + right.Value);

    /// <summary>Difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The right one is larger.</exception>
    public static Lots operator -(Lots left, Lots right) => new(left.Value - right.Value);

    /// <summary>Whether the left one is smaller.</summary>
    public static bool operator <(Lots left, Lots right) => left.Value < right.Value;

    /// <summary>Whether the left one is larger.</summary>
    public static bool operator >(Lots left, Lots right) => left.Value > right.Value;

    /// <summary>Whether the left one is not larger.</summary>
    public static bool operator <=(Lots left, Lots right) => left.Value <= right.Value;

    /// <summary>Whether the left one is not smaller.</summary>
    public static bool operator >=(Lots left, Lots right) => left.Value >= right.Value;

    /// <summary>The smaller of two.</summary>
    public static Lots Min(Lots a, Lots b) => a < b ? a : b;

    /// <inheritdoc/>
    public int CompareTo(Lots other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
