using LiquidityRisk.Quant.Volatility;

namespace LiquidityRisk.Quant.Correlation;

/// <summary>
/// Pearson's correlation of two assets in a window that moves along.
/// <code>
/// ρₜ = correlation of (xₜ₋w₊₁ … xₜ) and (yₜ₋w₊₁ … yₜ)
/// </code>
/// w: window, in observations. Each window is computed anew around its own means, so that no rounding error is carried along.
/// A window in which an asset does not vary has no correlation: null. Source: as <see cref="SampleCorrelation"/>. Valid for windows of two observations and more.
/// </summary>
public static class RollingCorrelation
{
    /// <summary>One correlation for each full window, in order of time; null where an asset does not vary.</summary>
    /// <param name="first">Returns of one asset.</param>
    /// <param name="second">Returns of another, as many.</param>
    /// <param name="window">Observations in a window, at least two and at most all.</param>
    /// <exception cref="ArgumentException">Fewer than two returns, lengths that differ, or a return that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The window is shorter than two or longer than the series.</exception>
    public static double?[] Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second, int window)
    {
        Observations.CheckFinite(first, 2);
        Observations.CheckFinite(second, 2);
        if (first.Length != second.Length) throw new ArgumentException("Series are equally long.", nameof(second));
        if (window < 2 || window > first.Length)
            throw new ArgumentOutOfRangeException(nameof(window), window, "A window holds two observations or more, and no more than there are.");
        var result = new double?[first.Length - window + 1];
        for (var t = 0; t < result.Length; t++) result[t] = Correlate(first.Slice(t, window), second.Slice(t, window));
        return result;
    }

    private static double? Correlate(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var (meanX, meanY) = (Observations.Mean(x), Observations.Mean(y));
        var (normX, normY) = (Observations.Norm(x, meanX), Observations.Norm(y, meanY));
        if (!(normX > 1e-13 * Math.Abs(meanX)) || !(normY > 1e-13 * Math.Abs(meanY))) return null;
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++) sum += ((x[i] / 2) - (meanX / 2)) / normX * ((y[i] / 2) - (meanY / 2)) / normY * 4;
        return double.IsFinite(sum) ? Math.Clamp(sum, -1, 1) : null;
    }
}
