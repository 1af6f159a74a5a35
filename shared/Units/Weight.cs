namespace LiquidityRisk.Units;

/// <summary>A share of a whole, 0 to 1; a set of weights sums to 1. <c>default</c> is 0.</summary>
public readonly record struct Weight
{
    /// <summary>Takes a weight.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NaN or outside [0, 1].</exception>
    public Weight(double value)
    {
        if (!(value is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "A weight is between 0 and 1.");
        Value = value;
    }

    /// <summary>0 to 1.</summary>
    public double Value { get; }
}
