namespace LiquidityRisk.Units;

/// <summary>A score from 0 to 100. What a high score means (good or bad) is said by whoever uses it. <c>default</c> is 0.</summary>
public readonly record struct Score : IComparable<Score>
{
    /// <summary>Takes a score.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NaN or outside [0, 100].</exception>
    public Score(double value)
    {
        if (!(value is >= 0 and <= 100)) throw new ArgumentOutOfRangeException(nameof(value), value, "A score is between 0 and 100.");
        Value = value;
    }

    /// <summary>0 to 100.</summary>
    public double Value { get; }

    /// <summary>The nearest score to any finite number.</summary>
    /// <exception cref="ArgumentOutOfRangeException">NaN.</exception>
    public static Score Clamp(double value) => new(Math.Clamp(value, 0, 100));

    /// <inheritdoc/>
    public int CompareTo(Score other) => Value.CompareTo(other.Value);
}
