namespace LiquidityRisk.Units;

/// <summary>US dollars for one whole token, above 0. A price that is not known is null, never 0; <c>default</c> is no price.</summary>
public readonly record struct UsdPrice : IComparable<UsdPrice>
{
    /// <summary>Takes a price.</summary>
    /// <exception cref="ArgumentOutOfRangeException">0 or negative.</exception>
    public UsdPrice(decimal value)
    {
        if (value <= 0) throw new ArgumentOutOfRangeException(nameof(value), value, "A price is above 0.");
        Value = value;
    }

    /// <summary>Dollars for one token.</summary>
    public decimal Value { get; }

    /// <summary>What so many tokens are worth.</summary>
    public static Usd operator *(TokenAmount amount, UsdPrice price) => new(amount.Value * price.Value);

    /// <summary>The price for something that is a part or a multiple of it; the factor is above 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The factor is 0 or negative.</exception>
    public UsdPrice Times(decimal factor) => new(Value * factor);

    /// <inheritdoc/>
    public int CompareTo(UsdPrice other) => Value.CompareTo(other.Value);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"${Value:#,0.########}");
}
