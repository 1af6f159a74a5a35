using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Optimisation;

/// <summary>
/// The weights of the best mean excess return for each unit of deviation.
/// <code>
/// maximise mᵀw/√(wᵀΣw)      subject to  Σ wᵢ = 1,  l ≤ w ≤ u
/// w(λ) minimises ½·wᵀΣw − λ·mᵀw;  the best ratio is where λ·mᵀw(λ) = w(λ)ᵀΣw(λ)
/// </code>
/// m: mean returns less the riskless one; Σ: covariance. The ratio rises along the efficient frontier and then falls, so the root is the only
/// one; found by bisection to the last digits of λ. Needs a portfolio within the bounds with a mean excess above 0. Sources: W. Sharpe (1966), Mutual fund
/// performance, Journal of Business 39; for the parametric frontier H. Markowitz (1959), Portfolio Selection, ch. 8.
/// </summary>
public static class MaximumSharpe
{
    private const int MaxSteps = 200;
    private const double Riskless = 1e-13; // beside the largest variance of an asset

    /// <summary>w, within the bounds, summing to 1.</summary>
    /// <param name="excess">m, one per asset, finite.</param>
    /// <param name="covariance">Σ, symmetric, positive semi-definite.</param>
    /// <param name="bounds">l and u.</param>
    /// <param name="progress">Share of steps done.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <exception cref="ArgumentException">Sizes that differ, numbers that are not finite, or Σ not symmetric and positive semi-definite.</exception>
    /// <exception cref="ArithmeticException">No portfolio has a mean excess above 0, or one that has carries less than 1e-13 of the largest variance: no largest ratio.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static double[] Weights(
        ReadOnlySpan<double> excess, double[,] covariance, WeightBounds bounds, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        bounds.CheckCovariance(covariance);
        Inputs.CheckSeries(excess, 1, nameof(excess));
        Inputs.CheckSameLength(bounds.Count, excess.Length, nameof(excess));
        if (BestMean(excess, bounds) <= 0) throw new ArithmeticException("No portfolio within the bounds has a mean excess return above 0.");
        var (m, gain) = (excess.ToArray(), new double[excess.Length]);
        var weights = bounds.Inside();
        var (low, high) = (0.0, double.PositiveInfinity);
        var lambda = Scale(covariance, m);
        for (var step = 0; step < MaxSteps && (high - low > 4e-16 * high || double.IsInfinity(high)); step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            progress?.Report((double)step / MaxSteps);
            for (var i = 0; i < gain.Length; i++) gain[i] = lambda * m[i];
            weights = BoundedQuadratic.Minimise(covariance, gain, bounds, weights, cancellationToken);
            var (mean, variance) = (Dot(m, weights), BoundedQuadratic.Variance(covariance, weights));
            if (lambda * mean < variance) low = lambda;
            else high = lambda;
            var best = mean > 0 ? variance / mean : double.NaN;
            lambda = Next(low, high, best, step);
        }

        progress?.Report(1);
        if (BoundedQuadratic.Variance(covariance, weights) <= Riskless * Largest(covariance))
            throw new ArithmeticException("A portfolio without risk has a mean excess above 0: there is no largest Sharpe ratio.");
        return weights;
    }

    // λ = variance/mean is exact when the next portfolio has the same ratio; every third step halves the bracket all the same.
    private static double Next(double low, double high, double best, int step)
    {
        if (step % 3 != 2 && best > low && best < high) return best;
        return double.IsInfinity(high) ? low * 4 : (low + high) / 2;
    }

    private static double BestMean(ReadOnlySpan<double> m, WeightBounds bounds)
    {
        var (room, mean) = (1.0, 0.0);
        for (var i = 0; i < m.Length; i++) (room, mean) = (room - bounds.Lower[i], mean + (bounds.Lower[i] * m[i]));
        int[] order = [.. Enumerable.Range(0, m.Length)];
        var keys = m.ToArray();
        Array.Sort(keys, order);
        for (var k = order.Length - 1; k >= 0; k--)
        {
            var more = Math.Min(Math.Max(room, 0), bounds.Upper[order[k]] - bounds.Lower[order[k]]);
            (room, mean) = (room - more, mean + (more * m[order[k]]));
        }

        return mean;
    }

    private static double Scale(double[,] covariance, double[] m)
    {
        var (variance, mean) = (0.0, 0.0);
        for (var i = 0; i < m.Length; i++) (variance, mean) = (variance + covariance[i, i], mean + Math.Abs(m[i]));
        return variance > 0 ? Inputs.Finite(variance / mean) : throw new ArithmeticException("Without risk there is no largest Sharpe ratio.");
    }

    private static double Largest(double[,] covariance)
    {
        var largest = 0.0;
        for (var i = 0; i < covariance.GetLength(0); i++) largest = Math.Max(largest, covariance[i, i]);
        return largest;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
