namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// Expected shortfall from moments: the mean loss beyond <see cref="ParametricVar"/>.
/// <code>
/// normal:           ES = −μh + σ√h·φ(z)/α                                     α = 1 − c,  z = Φ⁻¹(α)
/// Student-t:        ES = −μh + σ√h·√((ν − 2)/ν)·f_ν(t)/α·(ν + t²)/(ν − 1)     t = t_ν⁻¹(α)
/// Cornish-Fisher:   ES = −μh + σ√h·φ(z)/α·[1 + zS/6 + (z² − 1)K/24 − (2z² − 1)S²/36]
/// </code>
/// Symbols, horizon and domain as in <see cref="ParametricVar"/>; φ, f: densities. Losses are POSITIVE. Sources: A. McNeil, R. Frey,
/// P. Embrechts (2015), Quantitative Risk Management, §2.3.4; D. Maillard (2012), A user's guide to the Cornish Fisher expansion.
/// </summary>
public static class ParametricExpectedShortfall
{
    /// <summary>The shortfall of a normal profit.</summary>
    /// <inheritdoc cref="ParametricVar.Normal" path="/param"/>
    /// <inheritdoc cref="ParametricVar.Normal" path="/exception"/>
    public static double Normal(double mean, double volatility, double confidence, double horizon = 1)
    {
        ParametricVar.Check(mean, volatility, confidence, horizon);
        var z = ParametricVar.Quantile(confidence);
        return AtLeast(ParametricVar.Normal(mean, volatility, confidence, horizon), mean, volatility, horizon, Density(z) / (1 - confidence));
    }

    /// <summary>The shortfall of a profit with t-distributed surprises.</summary>
    /// <inheritdoc cref="ParametricVar.StudentT" path="/param"/>
    /// <inheritdoc cref="ParametricVar.StudentT" path="/exception"/>
    public static double StudentT(double mean, double volatility, double degreesOfFreedom, double confidence, double horizon = 1)
    {
        ParametricVar.Check(mean, volatility, confidence, horizon);
        ParametricVar.CheckDegrees(degreesOfFreedom);
        var t = StudentTQuantile.Of(confidence, degreesOfFreedom);
        var density = MathNet.Numerics.Distributions.StudentT.PDF(0, 1, degreesOfFreedom, t);
        var multiple = density / (1 - confidence) * ((degreesOfFreedom + (t * t)) / (degreesOfFreedom - 1)) * Math.Sqrt((degreesOfFreedom - 2) / degreesOfFreedom);
        return AtLeast(ParametricVar.StudentT(mean, volatility, degreesOfFreedom, confidence, horizon), mean, volatility, horizon, multiple);
    }

    /// <summary>The shortfall of a skewed profit with fat tails.</summary>
    /// <inheritdoc cref="ParametricVar.CornishFisher" path="/param"/>
    /// <inheritdoc cref="ParametricVar.CornishFisher" path="/exception"/>
    public static double CornishFisher(
        double mean, double volatility, double skewness, double excessKurtosis, double confidence, double horizon = 1)
    {
        ParametricVar.Check(mean, volatility, confidence, horizon);
        var (s, k) = ParametricVar.Domain(skewness, excessKurtosis, horizon);
        var z = -ParametricVar.Quantile(confidence);
        var bracket = 1 + (z * s / 6) + (((z * z) - 1) * k / 24) - (((2 * z * z) - 1) * s * s / 36);
        var valueAtRisk = ParametricVar.CornishFisher(mean, volatility, skewness, excessKurtosis, confidence, horizon);
        return AtLeast(valueAtRisk, mean, volatility, horizon, Density(z) / (1 - confidence) * bracket);
    }

    private static double Density(double z) => MathNet.Numerics.Distributions.Normal.PDF(0, 1, z);

    // In a tail of a few units in the last place the two differ by less than rounding.
    private static double AtLeast(double valueAtRisk, double mean, double volatility, double horizon, double multiple) =>
        Math.Max(valueAtRisk, ParametricVar.Scale(mean, volatility, horizon, multiple));
}
