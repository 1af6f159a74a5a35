namespace LiquidityRisk.Quant.Bonds;

/// <summary>
/// How a bond's duration itself bends with the yield: the second-order term of its price.
/// <code>
/// C = P″(y) / P = Σ tₖ·(tₖ + 1/f)·cₖ·Bₖ / (P·(1 + y/f)²)      Bₖ = (1 + y/f)^(−f·tₖ)
/// ΔP/P ≈ −D*·Δy + ½·C·Δy²
/// </code>
/// In years squared, positive. Not divided by 100 as some vendors do. Source: F. Fabozzi, Bond Markets, Analysis, and
/// Strategies, ch. 4.
/// </summary>
public static class Convexity
{
    /// <summary>The convexity in years squared.</summary>
    /// <inheritdoc cref="MacaulayDuration.Of"/>
    public static double Of(ReadOnlySpan<double> times, ReadOnlySpan<double> amounts, double yield, int frequency)
    {
        DiscountFactors.CheckPayments(times, amounts);
        var (price, first, second) = DiscountFactors.Sum(times, amounts, DiscountFactors.Continuous(yield, frequency));
        var growth = 1 + (yield / frequency);
        return (second + (first / frequency)) / (price * growth * growth);
    }
}
