namespace LiquidityRisk.Units;

/// <summary>A probability or a confidence, 0 to 1. <c>default</c> is 0.</summary>
public readonly record struct Probability
{
    /// <summary>Takes a probability.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NaN or outside [0, 1].</exception>
    public Probability(double value)
    {
        if (!(value is >= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(value), value, "A probability is between 0 and 1.");
        Value = value;
    }

    /// <summary>0 to 1.</summary>
    public double Value { get; }
}
