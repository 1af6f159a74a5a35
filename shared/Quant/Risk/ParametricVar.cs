using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// Value at risk from moments.
/// <code>
/// normal:           VaR = −μh + σ√h·z                      z = Φ⁻¹(c)
/// Student-t:        VaR = −μh + σ√h·t_ν⁻¹(c)·√((ν − 2)/ν)
/// Cornish-Fisher:   VaR = −μh − σ√h·w(−z),   w(x) = x + (x² − 1)S/6 + (x³ − 3x)K/24 − (2x³ − 5x)S²/36
/// </code>
/// μ, σ: mean and standard deviation of the profit a period; h: horizon in periods (independent periods: S/√h and K/h for Cornish-Fisher; the t
/// keeps its ν, which overstates the tails of a long horizon); c: confidence; ν: degrees of freedom, σ being the standard deviation itself;
/// S, K: skewness and excess kurtosis parameters. Losses are POSITIVE. Cornish-Fisher is a quantile function only where w rises everywhere,
/// S²/9 ≤ 4·(K/8 − S²/6)·(1 − K/8 + 5S²/36) with both brackets not negative; elsewhere it is refused. For larger S and K the parameters
/// differ from the moments that result. Sources: P. Jorion (2006), Value at Risk, 3rd ed., ch. 5; D. Maillard (2012), A user's guide to the Cornish Fisher expansion.
/// </summary>
public static class ParametricVar
{
    /// <summary>The value at risk of a normal profit.</summary>
    /// <param name="mean">μ, finite.</param>
    /// <param name="volatility">σ, not negative.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="horizon">h, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Normal(double mean, double volatility, double confidence, double horizon = 1)
    {
        Check(mean, volatility, confidence, horizon);
        return Scale(mean, volatility, horizon, Quantile(confidence));
    }

    /// <summary>The value at risk of a profit with t-distributed surprises.</summary>
    /// <param name="mean">μ, finite.</param>
    /// <param name="volatility">σ, not negative.</param>
    /// <param name="degreesOfFreedom">ν, above 2.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="horizon">h, above 0.</param>
    /// <inheritdoc cref="Normal" path="/exception"/>
    public static double StudentT(double mean, double volatility, double degreesOfFreedom, double confidence, double horizon = 1)
    {
        Check(mean, volatility, confidence, horizon);
        CheckDegrees(degreesOfFreedom);
        var quantile = StudentTQuantile.Of(confidence, degreesOfFreedom) * Math.Sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
        return Scale(mean, volatility, horizon, quantile);
    }

    /// <summary>The value at risk of a skewed profit with fat tails.</summary>
    /// <param name="mean">μ, finite.</param>
    /// <param name="volatility">σ, not negative.</param>
    /// <param name="skewness">S a period.</param>
    /// <param name="excessKurtosis">K a period, 0 for a normal profit.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="horizon">h, above 0.</param>
    /// <inheritdoc cref="Normal" path="/exception"/>
    /// <exception cref="ArgumentException">S and K are outside of the domain in which the expansion is a distribution.</exception>
    public static double CornishFisher(
        double mean, double volatility, double skewness, double excessKurtosis, double confidence, double horizon = 1)
    {
        Check(mean, volatility, confidence, horizon);
        var (s, k) = Domain(skewness, excessKurtosis, horizon);
        var x = -Quantile(confidence);
        var w = x + (((x * x) - 1) * s / 6) + (((x * x * x) - (3 * x)) * k / 24) - (((2 * x * x * x) - (5 * x)) * s * s / 36);
        return Scale(mean, volatility, horizon, -w);
    }

    /// <summary>Whether the expansion with these parameters is a distribution.</summary>
    /// <param name="skewness">S.</param>
    /// <param name="excessKurtosis">K.</param>
    public static bool IsValid(double skewness, double excessKurtosis)
    {
        var s2 = skewness * skewness;
        var (square, constant) = ((excessKurtosis / 8) - (s2 / 6), 1 - (excessKurtosis / 8) + (5 * s2 / 36));
        return square >= 0 && constant >= 0 && s2 / 9 <= 4 * square * constant;
    }

    internal static double Quantile(double p) => MathNet.Numerics.Distributions.Normal.InvCDF(0, 1, p);

    internal static double Scale(double mean, double volatility, double horizon, double multiple) =>
        Inputs.Finite((-mean * horizon) + (volatility * Math.Sqrt(horizon) * multiple));

    internal static void Check(double mean, double volatility, double confidence, double horizon)
    {
        Inputs.CheckFinite(mean, nameof(mean));
        Inputs.CheckNotNegative(volatility, nameof(volatility));
        Inputs.CheckConfidence(confidence);
        Inputs.CheckPositive(horizon, nameof(horizon));
    }

    internal static void CheckDegrees(double degreesOfFreedom)
    {
        if (!double.IsFinite(degreesOfFreedom) || degreesOfFreedom <= 2)
            throw new ArgumentOutOfRangeException(nameof(degreesOfFreedom), degreesOfFreedom, "A t distribution with a variance has more than 2 degrees of freedom.");
    }

    internal static (double Skewness, double Kurtosis) Domain(double skewness, double excessKurtosis, double horizon)
    {
        var (s, k) = (skewness / Math.Sqrt(horizon), excessKurtosis / horizon);
        return IsValid(s, k)
            ? (s, k)
            : throw new ArgumentException("This skewness and kurtosis are outside of the domain in which the Cornish-Fisher expansion is a distribution.", nameof(skewness));
    }
}
