namespace LiquidityRisk.Units;

/// <summary>A number of whole tokens, parts included, not negative. <c>default</c> is none.</summary>
public readonly record struct TokenAmount : IComparable<TokenAmount>
{
    /// <summary>Takes an amount.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public TokenAmount(decimal value)
    {
        if (value < 0) throw new ArgumentOutOfRangeException(nameof(value), value, "An amount of tokens is not negative.");
        Value = value;
    }

    /// <summary>None.</summary>
    public static TokenAmount Zero => default;

    /// <summary>Whole tokens.</summary>
    public decimal Value { get; }

    /// <summary>Both together.</summary>
    public static TokenAmount operator +(TokenAmount left, TokenAmount right) => new(left.Value + right.Value);

    /// <summary>The left one less the right one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The right one is larger.</exception>
    public static TokenAmount operator -(TokenAmount left, TokenAmount right) => new(left.Value - right.Value);

    /// <summary>Many times as much; the factor is not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is negative.</exception>
    public static TokenAmount operator *(TokenAmount amount, decimal factor) => new(amount.Value * factor);

    /// <summary>Whether the left one is less.</summary>
    public static bool operator <(TokenAmount left, TokenAmount right) => left.Value < right.Value;

    /// <summary>Whether the left one is more.</summary>
    public static bool operator >(TokenAmount left, TokenAmount right) => left.Value > right.Value;

    /// <summary>Whether the left one is not more.</summary>
    public static bool operator <=(TokenAmount left, TokenAmount right) => left.Value <= right.Value;

    /// <summary>Whether the left one is not less.</summary>
    public static bool operator >=(TokenAmount left, TokenAmount right) => left.Value >= right.Value;

    /// <summary>The smaller one.</summary>
    public static TokenAmount Min(TokenAmount left, TokenAmount right) => left < right ? left : right;

    /// <summary>How many tokens so many dollars buy.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The dollars are negative.</exception>
    public static TokenAmount Of(Usd value, UsdPrice price) => new(value.Amount / price.Value);

    /// <inheritdoc/>
    public int CompareTo(TokenAmount other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Value:#,0.########}");
}
