namespace LiquidityRisk.Quant.Bonds;

/// <summary>
/// The mean time to a bond's payments, weighted by their present values.
/// <code>
/// D = Σ tₖ·cₖ·Bₖ / Σ cₖ·Bₖ      Bₖ = (1 + y/f)^(−f·tₖ)
/// </code>
/// In years, positive, between the first and the last payment. Source: F. Macaulay (1938), Some Theoretical Problems
/// Suggested by the Movements of Interest Rates, NBER.
/// </summary>
public static class MacaulayDuration
{
    /// <summary>The duration in years.</summary>
    /// <param name="times">Years to each payment, above 0.</param>
    /// <param name="amounts">Payments, not negative, at least one above 0.</param>
    /// <param name="yield">Yield a year as a fraction, above −frequency.</param>
    /// <param name="frequency">Compounding periods a year: 1 or 2.</param>
    /// <exception cref="ArgumentException">The payments are not as described.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The yield or the frequency is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The price is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> times, ReadOnlySpan<double> amounts, double yield, int frequency)
    {
        DiscountFactors.CheckPayments(times, amounts);
        var (price, first, _) = DiscountFactors.Sum(times, amounts, DiscountFactors.Continuous(yield, frequency));
        return first / price;
    }
}
