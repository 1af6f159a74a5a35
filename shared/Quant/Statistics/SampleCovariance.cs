using System.Numerics.Tensors;

namespace LiquidityRisk.Quant.Statistics;

/// <summary>
/// How assets vary together.
/// <code>
/// Σᵢⱼ = Σₜ (rᵢₜ − r̄ᵢ)·(rⱼₜ − r̄ⱼ) / (n − 1)
/// </code>
/// rᵢₜ: return of asset i in period t; n: periods. The unbiased estimate; positive semi-definite, singular when there are as many assets
/// as periods. Source: any textbook of statistics, for instance T. W. Anderson (2003), An Introduction to Multivariate Statistical Analysis, §3.2.
/// </summary>
public static class SampleCovariance
{
    /// <summary>Σ, as many rows and columns as assets.</summary>
    /// <param name="returns">One series per asset, all equally long, at least two finite numbers each.</param>
    /// <exception cref="ArgumentException">No asset, lengths that differ, fewer than two periods or a number that is not finite.</exception>
    /// <exception cref="ArithmeticException">A covariance is beyond what a double holds.</exception>
    public static double[,] Of(IReadOnlyList<double[]> returns)
    {
        if (returns.Count == 0) throw new ArgumentException("There is at least one asset.", nameof(returns));
        var n = returns[0].Length;
        var centred = new double[returns.Count][];
        for (var i = 0; i < centred.Length; i++)
        {
            Inputs.CheckSeries(returns[i], 2, nameof(returns));
            Inputs.CheckSameLength(n, returns[i].Length, nameof(returns));
            centred[i] = new double[n];
            TensorPrimitives.Subtract(returns[i], TensorPrimitives.Sum<double>(returns[i]) / n, centred[i]);
        }

        var covariance = new double[centred.Length, centred.Length];
        for (var i = 0; i < centred.Length; i++)
            for (var j = 0; j <= i; j++)
                covariance[i, j] = covariance[j, i] = Inputs.Finite(TensorPrimitives.Dot<double>(centred[i], centred[j]) / (n - 1));
        return covariance;
    }
}
