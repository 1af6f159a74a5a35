using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Options;

/// <summary>
/// The worth of an out-of-the-money option in units of √(A·B), to full relative precision.
/// <code>
/// β(x, s) = e^(x/2)·Φ(x/s + s/2) − e^(−x/2)·Φ(x/s − s/2)      x = −|ln(F/K)| ≤ 0,  s = σ·√T
///         = φ-factor·[M(−h − t) − M(−h + t)]                   h = x/s, t = s/2, φ-factor = e^(−(h² + t²)/2)/√(2π)
/// β(x, ∞) = e^(x/2)                                            β(x, ∞) − β(x, s) = e^(x/2)·Φ(−h − t) + e^(−x/2)·Φ(h − t)
/// ∂β/∂s   = φ-factor
/// </code>
/// M: Mills's ratio (see <see cref="NormalCdf"/>). The first form subtracts two nearly equal numbers where the option is far out of the
/// money or s is small; the second shares the factor that falls fastest, and for small t near the money the difference is a Taylor series
/// whose derivatives follow Y′ = 1 + h·Y. Source: P. Jäckel (2015), Let's Be Rational, Wilmott 75, §3 and appendix.
/// </summary>
internal static class TimeValue
{
    private const double SqrtTwoPi = 2.5066282746310005;

    /// <summary>β; 0 when s = 0.</summary>
    public static double Of(double x, double s)
    {
        if (s <= 0) return 0;
        var (h, t) = (x / s, s / 2);
        if (h + t > 5) return (Math.Exp(x / 2) * NormalCdf.Of(h + t)) - (Math.Exp(-x / 2) * NormalCdf.Of(h - t));
        var factor = Slope(x, s);
        if (factor == 0) return 0;
        return factor * (t < 0.01 && h > -5 ? Series(h, t) : NormalCdf.MillsRatio(-h - t) - NormalCdf.MillsRatio(-h + t));
    }

    /// <summary>What β lacks to its upper bound e^(x/2).</summary>
    public static double Lack(double x, double s)
    {
        if (s <= 0) return Math.Exp(x / 2);
        var (h, t) = (x / s, s / 2);
        var second = NormalCdf.Of(h - t);
        return (Math.Exp(x / 2) * NormalCdf.Of(-h - t)) + (second == 0 ? 0 : Math.Exp(-x / 2) * second);
    }

    /// <summary>∂β/∂s.</summary>
    public static double Slope(double x, double s)
    {
        if (s <= 0) return x == 0 ? 1 / SqrtTwoPi : 0;
        var (h, t) = (x / s, s / 2);
        return Math.Exp(-0.5 * ((h * h) + (t * t))) / SqrtTwoPi;
    }

    // Y(h) = Φ(h)/φ(h): Y′ = 1 + h·Y, then Y⁽ⁿ⁺¹⁾ = h·Y⁽ⁿ⁾ + n·Y⁽ⁿ⁻¹⁾; Y(h + t) − Y(h − t) keeps the odd ones.
    private static double Series(double h, double t)
    {
        var (older, old) = (NormalCdf.MillsRatio(-h), 0.0);
        old = 1 + (h * older);
        var (sum, power) = (old * t, t);
        for (var n = 1; n < 7; n++)
        {
            (older, old) = (old, (h * old) + (n * older));
            power *= t / (n + 1);
            if (n % 2 == 0) sum += old * power;
        }

        return 2 * sum;
    }
}
