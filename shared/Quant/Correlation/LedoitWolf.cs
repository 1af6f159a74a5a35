using LiquidityRisk.Quant.Statistics;
using LiquidityRisk.Quant.Volatility;

namespace LiquidityRisk.Quant.Correlation;

/// <summary>A covariance matrix pulled towards equal variances without correlation.</summary>
/// <param name="Covariance">(1 − δ)·S + δ·m·I, in the square of the unit of the returns.</param>
/// <param name="Correlation">The same as correlations.</param>
/// <param name="Shrinkage">δ, 0 (none) to 1 (nothing left of the sample's).</param>
public sealed record ShrunkCovariance(double[,] Covariance, double[,] Correlation, double Shrinkage);

/// <summary>
/// Ledoit and Wolf's shrinkage of a covariance matrix.
/// <code>
/// Σ̂ = (1 − δ)·S + δ·m·I      m = tr S/p      δ = min( b², d² )/d²
/// d² = ‖S − m·I‖²/p            b² = Σₜ ‖xₜ·xₜᵀ − S‖²/(n²·p)
/// </code>
/// S: sample covariance with divisor n, returns less their means; p: assets; n: observations; ‖·‖: Frobenius. Positive definite even when p &gt; n.
/// Source: O. Ledoit, M. Wolf (2004), A well-conditioned estimator for large-dimensional covariance matrices, Journal of Multivariate Analysis 88.
/// Valid for two observations and more.
/// </summary>
public static class LedoitWolf
{
    /// <summary>The shrunk covariance.</summary>
    /// <param name="returns">One series an asset, equally long, at least two returns.</param>
    /// <exception cref="ArgumentException">No asset, fewer than two returns, lengths that differ, or a return that is not finite.</exception>
    /// <exception cref="ArithmeticException">No asset varies, one does not while nothing is shrunk, or a variance is beyond what a double holds.</exception>
    public static ShrunkCovariance Of(IReadOnlyList<double[]> returns)
    {
        AssetReturns.Check(returns, 2);
        var (p, n) = (returns.Count, returns[0].Length);
        var means = returns.Select(r => Observations.Mean(r)).ToArray();
        var unit = returns.Select((r, a) => Observations.Norm(r, means[a])).Max() / Math.Sqrt(n);
        if (!(unit > 1e-13 * means.Max(Math.Abs))) throw new ArithmeticException("Assets that do not vary have no covariance.");
        if (unit * unit == 0) throw new ArithmeticException("A variance is below what a double holds.");
        var x = returns.Select((r, a) => r.Select(v => ((v / 2) - (means[a] / 2)) / unit * 2).ToArray()).ToArray();
        var sample = AssetReturns.Products(x);

        var (trace, squares, fourth) = (0.0, 0.0, 0.0);
        for (var i = 0; i < p; i++) trace += sample[i, i];
        foreach (var s in sample) squares += s * s;
        for (var t = 0; t < n; t++)
        {
            var length = 0.0;
            foreach (var column in x) length += column[t] * column[t];
            fourth += length * length;
        }

        var mean = trace / p;
        var distance = (squares / p) - (mean * mean);
        var noise = ((fourth / n) - squares) / n / p;
        var shrinkage = p == 1 || distance <= 0 ? 0 : Math.Clamp(noise / distance, 0, 1);
        var covariance = new double[p, p];
        for (var i = 0; i < p; i++)
            for (var j = 0; j < p; j++) covariance[i, j] = ((1 - shrinkage) * sample[i, j]) + (i == j ? shrinkage * mean : 0);

        var correlation = AssetReturns.ToCorrelation(covariance);
        for (var i = 0; i < p; i++)
            for (var j = 0; j < p; j++) covariance[i, j] = Inputs.Finite(covariance[i, j] * unit * unit);
        return new(covariance, correlation, shrinkage);
    }
}
