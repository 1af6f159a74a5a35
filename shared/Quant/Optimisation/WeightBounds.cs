using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Optimisation;

/// <summary>
/// The least and largest weight of each asset; weights sum to 1, negative ones are short.
/// <code>
/// lᵢ ≤ wᵢ ≤ uᵢ        Σ wᵢ = 1        possible if and only if  Σ lᵢ ≤ 1 ≤ Σ uᵢ
/// </code>
/// Source: H. Markowitz (1959), Portfolio Selection, ch. 8, for weights under linear limits.
/// </summary>
public sealed class WeightBounds
{
    private const double Rounding = 1e-12;

    /// <summary>Bounds for as many assets as there are numbers.</summary>
    /// <param name="lower">lᵢ, finite, at least one.</param>
    /// <param name="upper">uᵢ, finite, as many, not below lᵢ.</param>
    /// <exception cref="ArgumentException">No asset, lengths that differ, a bound that is not finite, or bounds that no weights can meet; it names them.</exception>
    public WeightBounds(ReadOnlySpan<double> lower, ReadOnlySpan<double> upper)
    {
        Inputs.CheckSeries(lower, 1, nameof(lower));
        Inputs.CheckSeries(upper, 1, nameof(upper));
        Inputs.CheckSameLength(lower.Length, upper.Length, nameof(upper));
        var (least, most) = (0.0, 0.0);
        for (var i = 0; i < lower.Length; i++)
        {
            if (lower[i] > upper[i])
                throw new ArgumentException(FormattableString.Invariant($"The lower bound {lower[i]} of asset {i} is above its upper bound {upper[i]}."), nameof(lower));
            (least, most) = (least + lower[i], most + upper[i]);
        }

        if (least > 1 + Rounding)
            throw new ArgumentException(FormattableString.Invariant($"The lower bounds sum to {least}, above 1: no weights meet them."), nameof(lower));
        if (most < 1 - Rounding)
            throw new ArgumentException(FormattableString.Invariant($"The upper bounds sum to {most}, below 1: no weights meet them."), nameof(upper));
        (LowerBounds, UpperBounds) = (lower.ToArray(), upper.ToArray());
    }

    /// <summary>Number of assets.</summary>
    public int Count => LowerBounds.Length;

    /// <summary>lᵢ.</summary>
    public ReadOnlySpan<double> Lower => LowerBounds;

    /// <summary>uᵢ.</summary>
    public ReadOnlySpan<double> Upper => UpperBounds;

    internal double[] LowerBounds { get; }

    internal double[] UpperBounds { get; }

    /// <summary>0 to 1 for every asset: no short positions.</summary>
    /// <param name="count">Assets, at least 1.</param>
    /// <exception cref="ArgumentException">No asset.</exception>
    public static WeightBounds LongOnly(int count) => new(new double[Math.Max(0, count)], [.. Enumerable.Repeat(1.0, Math.Max(0, count))]);

    /// <summary>Weights as far up from their lower bounds as the sum of 1 asks, alike in proportion to the room of each.</summary>
    internal double[] Inside()
    {
        var (least, most) = (LowerBounds.Sum(), UpperBounds.Sum());
        var share = most - least > 0 ? Math.Clamp((1 - least) / (most - least), 0, 1) : 0;
        var weights = new double[Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = Math.Clamp(LowerBounds[i] + (share * (UpperBounds[i] - LowerBounds[i])), LowerBounds[i], UpperBounds[i]);
        return weights;
    }

    /// <summary>Puts weights that are off by rounding within the bounds and their sum to 1.</summary>
    internal double[] Settle(double[] weights)
    {
        for (var i = 0; i < weights.Length; i++) weights[i] = Math.Clamp(weights[i], LowerBounds[i], UpperBounds[i]);
        for (var round = 0; round < 4; round++)
        {
            // Rounding goes to weights between their bounds first, so that those at a bound stay there.
            var miss = 1 - weights.Sum();
            for (var i = 0; i < weights.Length && miss != 0; i++)
            {
                if (round < 2 && (weights[i] <= LowerBounds[i] || weights[i] >= UpperBounds[i])) continue;
                var moved = Math.Clamp(weights[i] + miss, LowerBounds[i], UpperBounds[i]);
                (weights[i], miss) = (moved, miss - (moved - weights[i]));
            }
        }

        return weights;
    }

    internal void CheckCovariance(double[,] covariance) => Inputs.CheckCovariance(covariance, Count, nameof(covariance));
}
