using MathNet.Numerics;

namespace LiquidityRisk.Quant.Statistics;

/// <summary>
/// The standard normal law, exact in the tails.
/// <code>
/// φ(z) = e^(−z²/2)/√(2π)      Φ(z) = ½·erfc(−z/√2)      M(z) = Φ(−z)/φ(z)  (Mills's ratio)
/// </code>
/// z: standard deviations, any double, infinities too. Φ keeps its relative precision down to 1e-307 (z ≈ −37.5), where 1 − Φ(−z) would
/// have lost all of it near z = −8. M falls from ∞ to 0 and is about 1/z for large z: it holds the ratio where both parts are below
/// what a double holds. Source: M. Abramowitz and I. Stegun (1964), Handbook of Mathematical Functions, 7.1.23 and 26.2; erfc from
/// MathNet.Numerics.
/// </summary>
public static class NormalCdf
{
    private const double SqrtTwo = 1.4142135623730951;
    private const double SqrtTwoPi = 2.5066282746310005;
    private const double SeriesFrom = 25;

    /// <summary>Φ(z), 0 to 1.</summary>
    /// <param name="z">Standard deviations from the mean; not NaN.</param>
    /// <exception cref="ArgumentOutOfRangeException">NaN.</exception>
    public static double Of(double z)
    {
        if (double.IsNaN(z)) throw new ArgumentOutOfRangeException(nameof(z), z, "A number is needed.");
        return z > 40 ? 1 : z < -40 ? 0 : 0.5 * SpecialFunctions.Erfc(-z / SqrtTwo);
    }

    /// <summary>φ(z), at most 0.3989; 0 far out.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static double Density(double z)
    {
        if (double.IsNaN(z)) throw new ArgumentOutOfRangeException(nameof(z), z, "A number is needed.");
        return Math.Exp(-0.5 * z * z) / SqrtTwoPi;
    }

    /// <summary>M(z) = Φ(−z)/φ(z), above 0.</summary>
    /// <param name="z">At least −37, or the ratio is beyond what a double holds.</param>
    /// <exception cref="ArgumentOutOfRangeException">NaN or below −37.</exception>
    public static double MillsRatio(double z)
    {
        if (!(z >= -37)) throw new ArgumentOutOfRangeException(nameof(z), z, "The ratio is held from −37 upwards.");
        if (z < SeriesFrom)
        {
            var x = z / SqrtTwo;
            return 0.5 * SqrtTwoPi * SpecialFunctions.Erfc(x) * Math.Exp(x * x);
        }

        var w = 1 / z / z;
        return (1 - (w * (1 - (w * (3 - (w * (15 - (w * (105 - (945 * w)))))))))) / z;
    }
}
