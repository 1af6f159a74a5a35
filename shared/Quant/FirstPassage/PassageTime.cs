using LiquidityRisk.Quant.Statistics;
using MathNet.Numerics.Distributions;

namespace LiquidityRisk.Quant.FirstPassage;

/// <summary>
/// By when a price has fallen to a barrier with a given probability: the quantile of the first-passage time.
/// <code>
/// T with P(τ ≤ T) = p (see <see cref="BarrierHit"/>)          μ = 0:  T = (a / (σ·Φ⁻¹(p/2)))²
/// density  f(T) = a/(σ·√(2π·T³))·e^(−(a + μ·T)²/(2·σ²·T))
/// </code>
/// Symbols as in <see cref="BarrierHit"/>. With drift Newton's method in ln T inside a bracket; P rises with T, so the answer is unique.
/// p = 0.05 is the time that a bad case of one in twenty leaves, p = 0.5 the usual one. Source: R. Chhikara and J. Folks (1989), The
/// Inverse Gaussian Distribution, chapter 2.
/// </summary>
public static class PassageTime
{
    private const int MaxSteps = 200;

    /// <summary>T in years; null when the probability is not reached in any time (drift away from the barrier, or nothing moves).</summary>
    /// <param name="priceToBarrier">S/H, above 0; at or below 1 the barrier is already reached and the answer 0.</param>
    /// <param name="volatility">σ: a year, as a fraction, not negative.</param>
    /// <param name="probability">p: above 0, below 1.</param>
    /// <param name="drift">μ: a year, as a fraction.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number outside of its range.</exception>
    /// <exception cref="ArithmeticException">The time is beyond what a double holds.</exception>
    public static double? Quantile(double priceToBarrier, double volatility, double probability, double drift = 0)
    {
        BarrierHit.Check(priceToBarrier, volatility, drift);
        Inputs.CheckConfidence(probability);
        var a = Math.Log(priceToBarrier);
        if (a <= 0) return 0;
        if (volatility == 0) return drift < 0 ? Inputs.Finite(a / -drift) : null;
        if (probability >= BarrierHit.Ever(priceToBarrier, volatility, drift)) return null;

        var width = a / volatility;
        var driftless = width / Normal.InvCDF(0, 1, probability / 2);
        driftless *= driftless;
        if (drift == 0) return Inputs.Finite(driftless);
        return Inputs.Finite(Solve(width, drift / volatility, probability, Math.Log(driftless)));
    }

    // In units of the volatility: width w = a/σ, slope k = μ/σ.
    private static double Solve(double w, double k, double probability, double guess)
    {
        var (low, high) = (guess, guess);
        while (At(w, k, low) > probability) low -= 1;
        while (At(w, k, high) < probability && high < 700) high += 1;
        var x = Math.Clamp(guess, low, high);
        for (var step = 0; step < MaxSteps; step++)
        {
            var miss = At(w, k, x) - probability;
            if (miss == 0) break;
            if (miss < 0) low = x;
            else high = x;
            var years = Math.Exp(x);
            var z = (w + (k * years)) / Math.Sqrt(years);
            var next = x - (miss / (w / Math.Sqrt(years) * NormalCdf.Density(z)));
            if (!(next > low && next < high)) next = low + ((high - low) / 2);
            if (Math.Abs(next - x) <= 1e-15 * Math.Max(1, Math.Abs(x))) break;
            x = next;
        }

        return Math.Exp(x);
    }

    private static double At(double w, double k, double logYears)
    {
        var years = Math.Exp(logYears);
        return BarrierHit.Within(w, Math.Sqrt(years), k * years);
    }
}
