using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>What each position adds to a parametric value at risk.</summary>
/// <param name="Marginal">∂VaR/∂eᵢ: change of the value at risk per unit of exposure.</param>
/// <param name="Component">eᵢ·Marginalᵢ, negative for a hedge; their sum is the value at risk.</param>
/// <param name="Total">The value at risk: the sum of the components, from first to last.</param>
public sealed record VarContributions(IReadOnlyList<double> Marginal, IReadOnlyList<double> Component, double Total);

/// <summary>
/// Euler's split of the normal value at risk.
/// <code>
/// VaR = z·σ − e·μ        σ = √(eᵀΣe)        ∂VaR/∂eᵢ = z·(Σe)ᵢ/σ − μᵢ        VaR = Σ eᵢ·∂VaR/∂eᵢ
/// </code>
/// e: exposures in money; Σ: covariance of returns; μ: mean returns; z: multiple of the standard deviation (normal quantile of the confidence).
/// Losses are POSITIVE. Exact because the value at risk is homogeneous of degree 1. Source: M. Garman (1996), Improving on VaR, Risk 9;
/// D. Tasche (1999), Risk contributions and performance measurement. Position removed or added in full: <see cref="IncrementalVar"/>.
/// </summary>
public static class ComponentVar
{
    /// <summary>Marginal and component values at risk.</summary>
    /// <param name="exposures">e, one per asset, at least one, finite.</param>
    /// <param name="covariance">Σ of the horizon, symmetric, positive semi-definite.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="means">μ of the horizon, one per asset; empty: 0.</param>
    /// <exception cref="ArgumentException">Lengths that differ, numbers that are not finite, or Σ not symmetric or eᵀΣe negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside of its range.</exception>
    /// <exception cref="ArithmeticException">The portfolio has no variance, so no derivative; or a result is beyond what a double holds.</exception>
    public static VarContributions Of(ReadOnlySpan<double> exposures, double[,] covariance, double confidence, ReadOnlySpan<double> means = default)
    {
        Check(exposures, covariance, confidence, means);
        var (product, deviation) = Deviation(exposures, covariance);
        if (deviation <= 0) throw new ArithmeticException("A portfolio without variance has no marginal value at risk.");
        var z = ParametricVar.Quantile(confidence);
        var (marginal, component, total) = (new double[product.Length], new double[product.Length], 0.0);
        for (var i = 0; i < product.Length; i++)
        {
            marginal[i] = Inputs.Finite((z * (product[i] / deviation)) - (means.IsEmpty ? 0 : means[i]));
            total += component[i] = Inputs.Finite(exposures[i] * marginal[i]);
        }

        return new(marginal, component, Inputs.Finite(total));
    }

    internal static void Check(ReadOnlySpan<double> exposures, double[,] covariance, double confidence, ReadOnlySpan<double> means)
    {
        Inputs.CheckSeries(exposures, 1, nameof(exposures));
        Inputs.CheckCovariance(covariance, exposures.Length, nameof(covariance));
        Inputs.CheckConfidence(confidence);
        if (means.IsEmpty) return;
        Inputs.CheckSeries(means, 1, nameof(means));
        Inputs.CheckSameLength(exposures.Length, means.Length, nameof(means));
    }

    /// <summary>Σe and √(eᵀΣe), the latter 0 within rounding of 0.</summary>
    internal static (double[] Product, double Deviation) Deviation(ReadOnlySpan<double> exposures, double[,] covariance)
    {
        var n = exposures.Length;
        var (product, variance, size) = (new double[n], 0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                product[i] += covariance[i, j] * exposures[j];
                size += Math.Abs(exposures[i] * covariance[i, j] * exposures[j]);
            }

            variance += exposures[i] * product[i];
        }

        if (!double.IsFinite(size)) throw new ArithmeticException("The variance is beyond what a double holds.");
        if (variance < -1e-9 * size) throw new ArgumentException("The covariance is not positive semi-definite.", nameof(covariance));
        return (product, variance <= 1e-14 * size ? 0 : Math.Sqrt(variance));
    }
}
