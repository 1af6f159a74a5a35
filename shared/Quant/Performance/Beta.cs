using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Performance;

/// <summary>A line through pairs of returns.</summary>
/// <param name="Slope">β: return of the asset per unit of return of the benchmark.</param>
/// <param name="Intercept">α a period.</param>
/// <param name="StandardError">Of β, under errors of equal variance; null when there are only two pairs.</param>
/// <param name="RSquared">Share of the asset's variance that the line explains, 0 to 1; 0 when the asset does not vary.</param>
/// <param name="Pairs">Pairs used.</param>
public readonly record struct BetaEstimate(double Slope, double Intercept, double? StandardError, double RSquared, int Pairs);

/// <summary>
/// How an asset moves with a benchmark.
/// <code>
/// β = Σ w(x − x̄)(y − ȳ) / Σ w(x − x̄)²        α = ȳ − βx̄        se² = [Σ w·e²/(n − 2)] / Σ w(x − x̄)²        R² = 1 − Σ w·e²/Σ w(y − ȳ)²
/// OLS: w = 1        rolling: OLS in each window        downside: OLS where x &lt; τ        EWMA: w = λ^(n − t)·n/Σ, so that Σ w = n
/// </code>
/// x, y: returns of benchmark and asset in the same periods, oldest first; means are weighted; e: what the line leaves. For EWMA the standard error is
/// that of weighted least squares, which takes the weights as known precisions. Sources: W. Greene (2012), Econometric Analysis, ch. 4 and 9;
/// V. Bawa, E. Lindenberg (1977), Journal of Financial Economics 5, for the downside.
/// </summary>
public static class Beta
{
    /// <summary>The ordinary line.</summary>
    /// <param name="asset">y, at least two, finite.</param>
    /// <param name="benchmark">x, as many.</param>
    /// <exception cref="ArgumentException">Fewer than two pairs, lengths that differ or a number that is not finite.</exception>
    /// <exception cref="ArithmeticException">The benchmark does not vary, or a result is beyond what a double holds.</exception>
    public static BetaEstimate Ols(ReadOnlySpan<double> asset, ReadOnlySpan<double> benchmark)
    {
        Check(asset, benchmark, 2);
        return Line(asset, benchmark, 1);
    }

    /// <summary>The line in every window of so many periods, the oldest first.</summary>
    /// <param name="asset">y, at least as many as the window, finite.</param>
    /// <param name="benchmark">x, as many.</param>
    /// <param name="window">Periods, at least 2.</param>
    /// <exception cref="ArgumentException">Fewer pairs than the window, lengths that differ or a number that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A window below 2.</exception>
    /// <exception cref="ArithmeticException">The benchmark does not vary in some window, or a result is beyond what a double holds.</exception>
    public static BetaEstimate[] Rolling(ReadOnlySpan<double> asset, ReadOnlySpan<double> benchmark, int window)
    {
        if (window < 2) throw new ArgumentOutOfRangeException(nameof(window), window, "A window holds at least two periods.");
        Check(asset, benchmark, window);
        var lines = new BetaEstimate[asset.Length - window + 1];
        for (var t = 0; t < lines.Length; t++) lines[t] = Line(asset.Slice(t, window), benchmark.Slice(t, window), 1);
        return lines;
    }

    /// <summary>The line through the periods in which the benchmark was below a threshold.</summary>
    /// <param name="asset">y, at least two, finite.</param>
    /// <param name="benchmark">x, as many.</param>
    /// <param name="threshold">τ; 0 by default.</param>
    /// <exception cref="ArgumentException">Fewer than two pairs, lengths that differ or a number that is not finite.</exception>
    /// <exception cref="ArithmeticException">Fewer than two periods below the threshold, or the benchmark does not vary there.</exception>
    public static BetaEstimate Downside(ReadOnlySpan<double> asset, ReadOnlySpan<double> benchmark, double threshold = 0)
    {
        Check(asset, benchmark, 2);
        Inputs.CheckFinite(threshold, nameof(threshold));
        var (x, y, count) = (new double[asset.Length], new double[asset.Length], 0);
        for (var t = 0; t < asset.Length; t++)
            if (benchmark[t] < threshold) (x[count], y[count++]) = (benchmark[t], asset[t]);
        if (count < 2) throw new ArithmeticException("The benchmark was below the threshold in fewer than two periods.");
        return Line(y.AsSpan(0, count), x.AsSpan(0, count), 1);
    }

    /// <summary>The line to which old periods count less.</summary>
    /// <param name="asset">y, oldest first, at least two, finite.</param>
    /// <param name="benchmark">x, as many.</param>
    /// <param name="decay">λ, above 0, at most 1; 0.94 by default.</param>
    /// <exception cref="ArgumentException">Fewer than two pairs, lengths that differ or a number that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A decay outside of its range.</exception>
    /// <exception cref="ArithmeticException">The benchmark does not vary, or a result is beyond what a double holds.</exception>
    public static BetaEstimate Ewma(ReadOnlySpan<double> asset, ReadOnlySpan<double> benchmark, double decay = 0.94)
    {
        if (decay is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(decay), decay, "A decay is above 0, at most 1.");
        Check(asset, benchmark, 2);
        return Line(asset, benchmark, decay);
    }

    private static BetaEstimate Line(ReadOnlySpan<double> y, ReadOnlySpan<double> x, double decay)
    {
        var (weight, weights, xMean, yMean) = (1.0, 0.0, 0.0, 0.0);
        for (var t = y.Length - 1; t >= 0; t--, weight *= decay)
            (weights, xMean, yMean) = (weights + weight, xMean + (weight * x[t]), yMean + (weight * y[t]));
        (xMean, yMean) = (xMean / weights, yMean / weights);
        var (xx, xy, yy, size) = (0.0, 0.0, 0.0, 0.0);
        weight = y.Length / weights;
        for (var t = y.Length - 1; t >= 0; t--, weight *= decay)
        {
            var (dx, dy) = (x[t] - xMean, y[t] - yMean);
            (xx, xy, yy, size) = (xx + (weight * dx * dx), xy + (weight * dx * dy), yy + (weight * dy * dy), size + (weight * x[t] * x[t]));
        }

        if (xx <= 1e-28 * size || xx == 0) throw new ArithmeticException("A benchmark that does not vary explains nothing.");
        var slope = Inputs.Finite(xy / xx);
        var left = Math.Max(0, yy - (slope * xy));
        return new(
            slope, Inputs.Finite(yMean - (slope * xMean)),
            y.Length > 2 ? Inputs.Finite(Math.Sqrt(left / (y.Length - 2) / xx)) : null,
            yy > 0 ? Math.Clamp(1 - (left / yy), 0, 1) : 0, y.Length);
    }

    private static void Check(ReadOnlySpan<double> asset, ReadOnlySpan<double> benchmark, int least)
    {
        Inputs.CheckSeries(asset, least, nameof(asset));
        Inputs.CheckSeries(benchmark, 0, nameof(benchmark));
        Inputs.CheckSameLength(asset.Length, benchmark.Length, nameof(benchmark));
    }
}
