using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.FirstPassage;

/// <summary>
/// The probability that a price falls to a barrier within a time.
/// <code>
/// P(τ ≤ T) = Φ((−a − μ·T)/(σ·√T)) + e^(−2·μ·a/σ²)·Φ((−a + μ·T)/(σ·√T))      a = ln(S/H)
/// μ = 0:  P(τ ≤ T) = 2·Φ(−a/(σ·√T))
/// P(τ &lt; ∞) = 1 for μ ≤ 0,  e^(−2·μ·a/σ²) for μ &gt; 0
/// </code>
/// τ: first time that S touches H; S/H: price to barrier, for a collateralised loan its health factor; σ: volatility a year; T: years;
/// μ: drift of the logarithm of the price a year (for a price that grows at rate g on average, μ = g − σ²/2). The price is watched at every
/// instant and follows geometric Brownian motion. Written with Mills's ratio where e^(−2·μ·a/σ²) alone would overflow. Source: J. M.
/// Harrison (1985), Brownian Motion and Stochastic Flow Systems, §1.8; R. Merton (1973), Theory of rational option pricing, §8.
/// </summary>
public static class BarrierHit
{
    /// <summary>P(τ ≤ T), 0 to 1.</summary>
    /// <param name="priceToBarrier">S/H, above 0; at or below 1 the barrier is already reached and the answer 1.</param>
    /// <param name="volatility">σ: a year, as a fraction, not negative.</param>
    /// <param name="years">T: not negative.</param>
    /// <param name="drift">μ: a year, as a fraction.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside of its range.</exception>
    public static double Probability(double priceToBarrier, double volatility, double years, double drift = 0)
    {
        Check(priceToBarrier, volatility, drift);
        Inputs.CheckNotNegative(years, nameof(years));
        var a = Math.Log(priceToBarrier);
        if (a <= 0) return 1;
        var s = volatility * Math.Sqrt(years);
        return s == 0 ? Certain(a, drift * years) : Within(a, s, drift * years);
    }

    /// <summary>P(τ &lt; ∞): that it ever happens, 0 to 1.</summary>
    /// <inheritdoc cref="Probability" path="/param"/>
    /// <exception cref="ArgumentOutOfRangeException">A number outside of its range.</exception>
    public static double Ever(double priceToBarrier, double volatility, double drift = 0)
    {
        Check(priceToBarrier, volatility, drift);
        var a = Math.Log(priceToBarrier);
        if (a <= 0 || drift < 0) return 1;
        if (volatility == 0) return 0;
        return Math.Exp(-2 * (drift / volatility) * (a / volatility));
    }

    internal static void Check(double priceToBarrier, double volatility, double drift)
    {
        Inputs.CheckPositive(priceToBarrier, nameof(priceToBarrier));
        Inputs.CheckNotNegative(volatility, nameof(volatility));
        Inputs.CheckFinite(drift, nameof(drift));
    }

    // a, s = σ·√T and m = μ·T, all of them per horizon.
    internal static double Within(double a, double s, double m)
    {
        var (straight, reflected) = ((-a - m) / s, (-a + m) / s);
        var mirrored = reflected > 0
            ? Math.Exp(-2 * (m / s) * (a / s)) * NormalCdf.Of(reflected)
            : NormalCdf.Density(straight) * NormalCdf.MillsRatio(-reflected);
        return Math.Min(1, NormalCdf.Of(straight) + mirrored);
    }

    private static double Certain(double a, double m) => m <= -a ? 1 : 0;
}
