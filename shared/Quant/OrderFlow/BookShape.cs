using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.OrderFlow;

/// <summary>
/// How much waits near the mid, how fast it grows with distance, and how fast a disturbed book recovers.
/// <code>
/// depth(b) = Σ q over levels with |p/mid − 1| ≤ b/10⁴
/// slope = Σ d·D/Σ d²        d = |p/mid − 1|·10⁴, D: size up to and with the level (least squares through the origin), per basis point
/// half-life = ln ½/ln φ·Δ        xₜ₊₁ = a + φ·xₜ (least squares), x: spread or depth at steps of Δ
/// </code>
/// Source: R. Næs and J. Skjeltorp (2006), Order book characteristics and the volume-volatility relation, Journal of Financial Markets 9, for the slope
/// (theirs is an elasticity; this is size per basis point);
/// H. Degryse et al. (2005), Aggressive orders and the resiliency of a limit order market, Review of Finance 9, for recovery.
/// Valid for levels ordered outwards from the mid.
/// </summary>
public static class BookShape
{
    /// <summary>Size within a distance of the mid on one side, in units.</summary>
    /// <param name="mid">Above 0.</param>
    /// <param name="prices">Prices of one side, above 0.</param>
    /// <param name="sizes">Sizes, not negative; as many.</param>
    /// <param name="basisPoints">b, not negative.</param>
    /// <exception cref="ArgumentException">Numbers are not as described or lengths differ.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double DepthWithin(double mid, ReadOnlySpan<double> prices, ReadOnlySpan<double> sizes, double basisPoints)
    {
        Check(mid, prices, sizes);
        Inputs.CheckNotNegative(basisPoints, nameof(basisPoints));
        var sum = 0.0;
        for (var i = 0; i < prices.Length; i++)
            if (Distance(mid, prices[i]) <= basisPoints) sum += sizes[i];
        return Inputs.Finite(sum);
    }

    /// <summary>Units per basis point of distance on one side.</summary>
    /// <param name="mid">Above 0.</param>
    /// <param name="prices">Prices of one side, above 0, outwards, at least one away from the mid.</param>
    /// <param name="sizes">Sizes, not negative; as many.</param>
    /// <exception cref="ArgumentException">Numbers are not as described or lengths differ.</exception>
    /// <exception cref="ArithmeticException">Every level is at the mid, or the result is beyond what a double holds.</exception>
    public static double Slope(double mid, ReadOnlySpan<double> prices, ReadOnlySpan<double> sizes)
    {
        Check(mid, prices, sizes);
        var (depth, product, square, last) = (0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < prices.Length; i++)
        {
            var distance = Distance(mid, prices[i]);
            if (distance < last) throw new ArgumentException("Levels are ordered outwards from the mid.", nameof(prices));
            (last, depth) = (distance, depth + sizes[i]);
            product += distance * depth;
            square += distance * distance;
        }

        return square > 0 ? Inputs.Finite(product / square) : throw new ArithmeticException("Every level is at the mid.");
    }

    /// <summary>Time in which half of a disturbance is gone; null when the book does not return to its mean (φ is not between 0 and 1).</summary>
    /// <param name="series">x at equal steps, finite, at least 4.</param>
    /// <param name="step">Δ, above 0.</param>
    /// <exception cref="ArgumentException">Too few numbers, one that is not finite, or a step not above 0.</exception>
    /// <exception cref="ArithmeticException">The series does not vary.</exception>
    public static double? HalfLife(ReadOnlySpan<double> series, double step)
    {
        Inputs.CheckSeries(series, 4, nameof(series));
        Inputs.CheckPositive(step, nameof(step));
        var persistence = PriceImpact.Fit(series[1..], series[..^1]).Slope;
        return persistence is > 0 and < 1 ? Inputs.Finite(Math.Log(0.5) / Math.Log(persistence) * step) : null;
    }

    private static double Distance(double mid, double price) => Math.Abs((price / mid) - 1) * 1e4;

    private static void Check(double mid, ReadOnlySpan<double> prices, ReadOnlySpan<double> sizes)
    {
        Inputs.CheckPositive(mid, nameof(mid));
        Inputs.CheckSeries(prices, 1, nameof(prices));
        Inputs.CheckSeries(sizes, 1, nameof(sizes));
        Inputs.CheckSameLength(prices.Length, sizes.Length, nameof(sizes));
        for (var i = 0; i < prices.Length; i++)
            if (!(prices[i] > 0) || !(sizes[i] >= 0)) throw new ArgumentException("Prices are above 0 and sizes not negative.", nameof(prices));
    }
}
