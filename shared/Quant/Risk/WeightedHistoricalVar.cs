using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// Historical simulation in which old periods count less.
/// <code>
/// wₜ = λ^(n − t)·(1 − λ)/(1 − λⁿ)         VaR = −min { x₍ₖ₎ : w₍₁₎ + … + w₍ₖ₎ ≥ 1 − c }
/// </code>
/// x₍ₖ₎: profits sorted from the worst, each with the weight of its period; t = 1 … n, oldest first; λ: decay a period, 1 for equal
/// weights; c: confidence. Losses are POSITIVE. There is no interpolation: between two unequal weights an interpolated quantile can exceed the
/// shortfall of the same tail, which would be incoherent. Sources: J. Boudoukh, M. Richardson, R. Whitelaw (1998), The best of both worlds,
/// Risk 11; the step quantile as in J. Hull (2018), Risk Management and Financial Institutions, §13.3.
/// </summary>
public static class WeightedHistoricalVar
{
    // Cumulative weights are sums of rounded numbers: 0.05 must be reached by twenty weights of 0.0025.
    internal const double Rounding = 1e-12;

    /// <summary>The value at risk in the unit of the profits.</summary>
    /// <param name="profits">Profit of each period, oldest first, gains positive, at least one, finite.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="decay">λ, above 0, at most 1; 0.98 and 0.99 are usual.</param>
    /// <exception cref="ArgumentException">No profit, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence or decay outside of its range.</exception>
    public static double Of(ReadOnlySpan<double> profits, double confidence, double decay)
    {
        Inputs.CheckConfidence(confidence);
        var (sorted, weights) = Sorted(profits, decay);
        var (k, sum) = (0, weights[0]);
        while (sum < 1 - confidence - Rounding && k + 1 < sorted.Length) sum += weights[++k];
        return -sorted[k];
    }

    /// <summary>wₜ, oldest first, summing to 1.</summary>
    /// <param name="count">n, at least 1.</param>
    /// <param name="decay">λ, above 0, at most 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    public static double[] Weights(int count, double decay)
    {
        if (count < 1) throw new ArgumentOutOfRangeException(nameof(count), count, "There is at least one period.");
        if (decay is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(decay), decay, "A decay is above 0, at most 1.");
        var weights = new double[count];
        var (weight, total) = (1.0, 0.0);
        for (var t = count - 1; t >= 0; t--, weight *= decay) total += weights[t] = weight;
        for (var t = 0; t < count; t++) weights[t] /= total;
        return weights;
    }

    internal static (double[] Profits, double[] Weights) Sorted(ReadOnlySpan<double> profits, double decay)
    {
        Inputs.CheckSeries(profits, 1, nameof(profits));
        var (sorted, weights) = (profits.ToArray(), Weights(profits.Length, decay));
        Array.Sort(sorted, weights);
        return (sorted, weights);
    }
}
