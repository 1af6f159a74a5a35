namespace LiquidityRisk.Quant.Bonds;

/// <summary>
/// The yield at which a bond's payments are worth its dirty price: y with P(y) = dirty (see <see cref="DiscountFactors"/>).
/// </summary>
/// <remarks>
/// Newton's method on h(x) = ln Σ cₖ·e^(−x·tₖ), x = f·ln(1 + y/f). h falls and is convex (a log-sum-exp), so from the second
/// step on the iterates rise to the only root: no bracket and no guess is needed, and near-linearity of h makes it quick.
/// Unique because payments are not negative. A negative yield is normal for a price above the sum of payments.
/// Source: ICMA rule 803; Boyd and Vandenberghe, Convex Optimization (2004), §3.1.5 for the convexity of log-sum-exp.
/// </remarks>
public static class YieldToMaturity
{
    private const int MaxSteps = 200;

    /// <summary>The yield of payments bought at a dirty price.</summary>
    /// <param name="times">Years to each payment, above 0.</param>
    /// <param name="amounts">Payments per 100 of face, not negative, at least one above 0.</param>
    /// <param name="dirtyPrice">Clean price + accrued interest per 100 of face, above 0.</param>
    /// <param name="frequency">Compounding periods a year: 1 or 2.</param>
    /// <returns>Yield a year as a fraction, above −frequency; reprices to within 1e-10 of the price, relative.</returns>
    /// <exception cref="ArgumentException">The payments are not as described.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The price or the frequency is outside of its range.</exception>
    /// <exception cref="ArithmeticException">The yield is beyond what a double holds (prices absurdly far from the payments).</exception>
    public static double Of(ReadOnlySpan<double> times, ReadOnlySpan<double> amounts, double dirtyPrice, int frequency)
    {
        DiscountFactors.CheckPayments(times, amounts);
        DiscountFactors.CheckFrequency(frequency);
        if (!double.IsFinite(dirtyPrice) || dirtyPrice <= 0)
            throw new ArgumentOutOfRangeException(nameof(dirtyPrice), dirtyPrice, "A price is finite and above 0.");

        var x = 0.0;
        var target = Math.Log(dirtyPrice);
        for (var step = 0; step < MaxSteps; step++)
        {
            var (price, first, _) = DiscountFactors.Sum(times, amounts, x);
            var miss = Math.Log(price) - target;
            if (Math.Abs(miss) < 1e-13) break;
            var next = x + (miss * price / first);
            if (next == x) break;
            x = next;
        }

        var yield = frequency * (Math.Exp(x / frequency) - 1);
        return double.IsFinite(yield) && yield > -frequency
            ? yield
            : throw new ArithmeticException("The yield is beyond what a double holds.");
    }

    /// <summary>The yield of a bond bought at a clean price per 100 of face.</summary>
    /// <inheritdoc cref="Of(ReadOnlySpan{double}, ReadOnlySpan{double}, double, int)" path="/exception"/>
    public static double Of(BondCashFlows flows, double cleanPrice, int frequency) =>
        Of(flows.Times.Span, flows.Amounts.Span, cleanPrice + flows.Accrued, frequency);
}
