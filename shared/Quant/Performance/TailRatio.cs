using LiquidityRisk.Quant.Risk;

namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// How far the good end of returns reaches beside the bad end.
/// <code>
/// T = |q(0.95)| / |q(0.05)|
/// </code>
/// q: percentile of the returns with linear interpolation as in <see cref="HistoricalVar"/>. Above 1: larger gains than losses.
/// Source: the definition of the empyrical library (Quantopian, 2016), tail_ratio.
/// </summary>
public static class TailRatio
{
    /// <summary>T, not negative.</summary>
    /// <param name="returns">At least one, finite.</param>
    /// <param name="confidence">The upper percentile, above 0.5 and below 1; 0.95 by default, the lower being its mirror.</param>
    /// <exception cref="ArgumentException">No return, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside of its range.</exception>
    /// <exception cref="ArithmeticException">The lower percentile is 0, or the result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> returns, double confidence = 0.95)
    {
        if (confidence is not (> 0.5 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "The confidence is above 0.5 and below 1.");
        var upper = Math.Abs(HistoricalVar.Of(returns, 1 - confidence));
        return ReturnChecks.Ratio(upper, Math.Abs(HistoricalVar.Of(returns, confidence)), "With a lower percentile of 0 there is no tail ratio.");
    }
}
