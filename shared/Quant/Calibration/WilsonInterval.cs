using MathNet.Numerics.Distributions;

namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// A confidence interval for a share.
/// <code>
/// (p̂ + z²/2n ± z·√(p̂(1 − p̂)/n + z²/4n²)) / (1 + z²/n)
/// </code>
/// p̂ = k/n: observed share; z: normal quantile of the confidence. Stays within [0, 1] and keeps its coverage for small n and for shares
/// near 0 and 1, where the textbook interval p̂ ± z·√(p̂(1 − p̂)/n) fails. Source: E. B. Wilson (1927), Probable inference, the law of
/// succession, and statistical inference, JASA 22.
/// </summary>
public static class WilsonInterval
{
    /// <summary>Lower and upper bound of the share.</summary>
    /// <param name="successes">k, 0 to n.</param>
    /// <param name="trials">n, at least 1.</param>
    /// <param name="confidence">Above 0 and below 1, for example 0.95.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is outside of its range.</exception>
    public static (double Low, double High) Of(int successes, int trials, double confidence)
    {
        if (trials < 1) throw new ArgumentOutOfRangeException(nameof(trials), trials, "At least one trial.");
        if (successes < 0 || successes > trials) throw new ArgumentOutOfRangeException(nameof(successes), successes, "From none to all trials.");
        if (confidence is not (> 0 and < 1)) throw new ArgumentOutOfRangeException(nameof(confidence), confidence, "Above 0 and below 1.");
        var z = Normal.InvCDF(0, 1, (1 + confidence) / 2);
        var (n, share) = ((double)trials, (double)successes / trials);
        var middle = share + (z * z / (2 * n));
        var half = z * Math.Sqrt((share * (1 - share) / n) + (z * z / (4 * n * n)));
        var scale = 1 + (z * z / n);
        return (Math.Clamp((middle - half) / scale, 0, share), Math.Clamp((middle + half) / scale, share, 1));
    }
}
