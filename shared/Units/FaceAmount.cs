namespace LiquidityRisk.Units;

/// <summary>An amount of bonds by face value, in the bond's currency. Not negative, at most 10^15. <c>default</c> is zero.</summary>
public readonly record struct FaceAmount
{
    /// <summary>Largest amount accepted.</summary>
    public const decimal Max = 1_000_000_000_000_000m;

    /// <summary>Takes a face amount in currency units.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or above 10^15.</exception>
    public FaceAmount(decimal value)
    {
        if (value is < 0 or > Max)
            throw new ArgumentOutOfRangeException(nameof(value), value, "A face amount is between 0 and 10^15.");
        Value = value;
    }

    /// <summary>Currency units of face value.</summary>
    public decimal Value { get; }

    /// <summary>Whether there is nothing.</summary>
    public bool IsZero => Value == 0;

    /// <summary>Clean value in currency units at a price.</summary>
    public decimal ValueAt(BondPrice price) => Value * price.PercentOfFace / 100m;
}
