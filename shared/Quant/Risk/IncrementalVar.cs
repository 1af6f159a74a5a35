using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// How the normal value at risk changes with a trade, in full and not at the margin.
/// <code>
/// ΔVaR = VaR(e + d) − VaR(e)            VaR(e) = z·√(eᵀΣe) − e·μ
/// </code>
/// e: exposures in money; d: change of the exposures; Σ, μ, z as in <see cref="ComponentVar"/>. Positive: the trade adds risk.
/// Source: P. Jorion (2006), Value at Risk, 3rd ed., §7.2.
/// </summary>
public static class IncrementalVar
{
    /// <summary>ΔVaR of a trade.</summary>
    /// <param name="exposures">e, one per asset, at least one, finite.</param>
    /// <param name="change">d, one per asset, finite.</param>
    /// <param name="covariance">Σ of the horizon, symmetric, positive semi-definite.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="means">μ of the horizon, one per asset; empty: 0.</param>
    /// <exception cref="ArgumentException">Lengths that differ, numbers that are not finite, or Σ not symmetric and positive semi-definite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside of its range.</exception>
    /// <exception cref="ArithmeticException">A result is beyond what a double holds.</exception>
    public static double Of(
        ReadOnlySpan<double> exposures, ReadOnlySpan<double> change, double[,] covariance, double confidence, ReadOnlySpan<double> means = default)
    {
        ComponentVar.Check(exposures, covariance, confidence, means);
        Inputs.CheckSeries(change, 1, nameof(change));
        Inputs.CheckSameLength(exposures.Length, change.Length, nameof(change));
        var after = new double[exposures.Length];
        for (var i = 0; i < after.Length; i++) after[i] = Inputs.Finite(exposures[i] + change[i]);
        return Inputs.Finite(Total(after, covariance, confidence, means) - Total(exposures, covariance, confidence, means));
    }

    /// <summary>What each position adds: VaR(e) − VaR(e without it).</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static double[] OfPositions(
        ReadOnlySpan<double> exposures, double[,] covariance, double confidence, ReadOnlySpan<double> means = default)
    {
        ComponentVar.Check(exposures, covariance, confidence, means);
        var (without, result) = (exposures.ToArray(), new double[exposures.Length]);
        var total = Total(exposures, covariance, confidence, means);
        for (var i = 0; i < result.Length; i++)
        {
            without[i] = 0;
            result[i] = Inputs.Finite(total - Total(without, covariance, confidence, means));
            without[i] = exposures[i];
        }

        return result;
    }

    private static double Total(ReadOnlySpan<double> exposures, double[,] covariance, double confidence, ReadOnlySpan<double> means)
    {
        var mean = 0.0;
        for (var i = 0; i < means.Length; i++) mean += exposures[i] * means[i];
        return Inputs.Finite((ParametricVar.Quantile(confidence) * ComponentVar.Deviation(exposures, covariance).Deviation) - mean);
    }
}
