namespace LiquidityRisk.Units;

/// <summary>
/// An exact share or relative distance in whole parts per million: 2,000 are 0.2 %. From 0 to 1,000,000, which is the whole.
/// <c>default</c> is nothing. Use <see cref="Weight"/> and <see cref="BasisPoints"/> for estimates; this is for rules about money.
/// </summary>
public readonly record struct PartsPerMillion : IComparable<PartsPerMillion>
{
    /// <summary>Parts in the whole.</summary>
    public const int Whole = 1_000_000;

    /// <summary>Takes a number of parts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or above the whole.</exception>
    public PartsPerMillion(int value)
    {
        if (value is < 0 or > Whole) throw new ArgumentOutOfRangeException(nameof(value), value, "A share is 0 to 1,000,000 parts per million.");
        Value = value;
    }

    /// <summary>Parts.</summary>
    public int Value { get; }

    /// <summary>The same in percent.</summary>
    public decimal Percent => Value / 10_000m;

    /// <summary>Whether the left one is smaller.</summary>
    public static bool operator <(PartsPerMillion left, PartsPerMillion right) => left.Value < right.Value;

    /// <summary>Whether the left one is larger.</summary>
    public static bool operator >(PartsPerMillion left, PartsPerMillion right) => left.Value > right.Value;

    /// <summary>Whether the left one is not larger.</summary>
    public static bool operator <=(PartsPerMillion left, PartsPerMillion right) => left.Value <= right.Value;

    /// <summary>Whether the left one is not smaller.</summary>
    public static bool operator >=(PartsPerMillion left, PartsPerMillion right) => left.Value >= right.Value;

    /// <summary>How far apart two numbers are relative to the second, rounded up and at most the whole.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="reference">Above zero.</param>
    public static PartsPerMillion Apart(Int128 value, Int128 reference)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(reference, Int128.Zero);
        var parts = ((Int128.Abs(value - reference) * Whole) + reference - 1) / reference;
        return new(parts > Whole ? Whole : (int)parts);
    }

    /// <inheritdoc/>
    public int CompareTo(PartsPerMillion other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Percent:0.####} %");
}
