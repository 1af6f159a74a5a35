namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// Skewness and excess kurtosis.
/// <code>
/// population:  g₁ = m₃/m₂^1.5                       g₂ = m₄/m₂² − 3                       mₖ = Σ (r − r̄)ᵏ/n
/// sample:      G₁ = g₁·√(n(n − 1))/(n − 2)          G₂ = (n − 1)/((n − 2)(n − 3))·((n + 1)·g₂ + 6)
/// </code>
/// Negative skewness: the long tail is that of losses. Excess kurtosis is 0 for normal returns. The sample form is unbiased for normal returns, as in
/// pandas. Source: D. Joanes, C. Gill (1998), Comparing measures of sample skewness and kurtosis, The Statistician 47.
/// </summary>
public static class ShapeOfReturns
{
    /// <summary>G₁ of a sample (at least three returns), g₁ of a population (at least one).</summary>
    /// <param name="returns">Finite.</param>
    /// <param name="sample">True by default.</param>
    /// <exception cref="ArgumentException">Too few returns, or one that is not finite.</exception>
    /// <exception cref="ArithmeticException">The returns do not vary.</exception>
    public static double Skewness(ReadOnlySpan<double> returns, bool sample = true)
    {
        Statistics.Inputs.CheckSeries(returns, sample ? 3 : 1, nameof(returns));
        double n = returns.Length;
        return Standardised(returns, 3) * (sample ? Math.Sqrt(n * (n - 1)) / (n - 2) : 1);
    }

    /// <summary>G₂ of a sample (at least four returns), g₂ of a population (at least one).</summary>
    /// <param name="returns">Finite.</param>
    /// <param name="sample">True by default.</param>
    /// <exception cref="ArgumentException">Too few returns, or one that is not finite.</exception>
    /// <exception cref="ArithmeticException">The returns do not vary.</exception>
    public static double ExcessKurtosis(ReadOnlySpan<double> returns, bool sample = true)
    {
        Statistics.Inputs.CheckSeries(returns, sample ? 4 : 1, nameof(returns));
        double n = returns.Length;
        var excess = Standardised(returns, 4) - 3;
        return sample ? (n - 1) / ((n - 2) * (n - 3)) * (((n + 1) * excess) + 6) : excess;
    }

    private static double Standardised(ReadOnlySpan<double> returns, int power)
    {
        var (mean, deviation) = ReturnChecks.Moments(returns, sample: false);
        if (deviation <= 0) throw new ArithmeticException("Returns that do not vary have no shape.");
        var sum = 0.0;
        foreach (var r in returns) sum += Math.Pow((r - mean) / deviation, power);
        return sum / returns.Length;
    }
}
