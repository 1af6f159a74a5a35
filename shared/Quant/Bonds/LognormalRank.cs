using MathNet.Numerics.Distributions;

namespace LiquidityRisk.Quant.Bonds;

/// <summary>
/// The share of a lognormal population that is above a value.
/// <code>
/// 1 − Φ(ln(x / m) / σ)
/// </code>
/// m: median of the population; σ: standard deviation of its logarithm. Falls from 1 to 0 as x rises; one half at the median.
/// </summary>
public static class LognormalRank
{
    /// <summary>The share above, 0 to 1.</summary>
    /// <param name="value">x, above 0.</param>
    /// <param name="median">m, above 0.</param>
    /// <param name="sigma">σ, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite or not above 0.</exception>
    public static double ShareAbove(double value, double median, double sigma)
    {
        Check(value, nameof(value));
        Check(median, nameof(median));
        Check(sigma, nameof(sigma));
        return Normal.CDF(0, 1, -Math.Log(value / median) / sigma);
    }

    private static void Check(double value, string name)
    {
        if (!double.IsFinite(value) || value <= 0) throw new ArgumentOutOfRangeException(name, value, "Finite and above 0.");
    }
}
