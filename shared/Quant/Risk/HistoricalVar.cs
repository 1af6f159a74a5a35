using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// Value at risk by historical simulation: the loss that past profits exceeded in a share 1 − c of periods.
/// <code>
/// VaR = −q(1 − c)      q(p) = x₍ₖ₎ + (h − k)·(x₍ₖ₊₁₎ − x₍ₖ₎),  h = (n − 1)·p,  k = ⌊h⌋ counted from 0
/// </code>
/// x: profits (gains positive) in money or as returns, sorted; c: confidence; n: periods. A loss is POSITIVE; a negative value at risk
/// means that even the tail was a gain. The interpolation is type 7 of R. J. Hyndman and Y. Fan (1996), Sample quantiles in statistical
/// packages, The American Statistician 50, as in numpy. Below 1/(1 − c) observations the answer is little more than the worst of them.
/// Longer horizons: <see cref="OverlappingReturns"/>, not √t.
/// </summary>
public static class HistoricalVar
{
    /// <summary>The value at risk in the unit of the profits.</summary>
    /// <param name="profits">Profit of each period, gains positive, at least one, finite.</param>
    /// <param name="confidence">c, above 0 and below 1, for instance 0.99.</param>
    /// <exception cref="ArgumentException">No profit, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside of its range.</exception>
    public static double Of(ReadOnlySpan<double> profits, double confidence)
    {
        Inputs.CheckSeries(profits, 1, nameof(profits));
        Inputs.CheckConfidence(confidence);
        var sorted = profits.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, confidence);
    }

    internal static double OfSorted(ReadOnlySpan<double> sorted, double confidence) => -Percentile(sorted, 1 - confidence);

    internal static double Percentile(ReadOnlySpan<double> sorted, double p)
    {
        var h = (sorted.Length - 1) * p;
        var k = Math.Min((int)h, sorted.Length - 1);
        var (low, high) = (sorted[k], sorted[Math.Min(k + 1, sorted.Length - 1)]);
        var (weight, span) = (h - k, high - low);
        var value = double.IsFinite(span) ? low + (weight * span) : (low * (1 - weight)) + (high * weight);
        return Math.Clamp(value, low, high);
    }
}
