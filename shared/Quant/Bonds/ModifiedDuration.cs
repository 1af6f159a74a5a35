namespace LiquidityRisk.Quant.Bonds;

/// <summary>
/// How much of its price a bond loses when its yield rises, to first order.
/// <code>
/// D* = −P′(y) / P = D / (1 + y/f)      D: Macaulay duration, years
/// </code>
/// In years: a yield one basis point higher costs D*·0.0001 of the dirty price. Positive = the price falls as yields rise.
/// Source: F. Fabozzi, Bond Markets, Analysis, and Strategies, ch. 4.
/// </summary>
public static class ModifiedDuration
{
    /// <summary>The modified duration in years.</summary>
    /// <inheritdoc cref="MacaulayDuration.Of"/>
    public static double Of(ReadOnlySpan<double> times, ReadOnlySpan<double> amounts, double yield, int frequency) =>
        MacaulayDuration.Of(times, amounts, yield, frequency) / (1 + (yield / frequency));
}
