using MathNet.Numerics.Distributions;

namespace LiquidityRisk.Quant.Bonds;

/// <summary>
/// What selling a size within a horizon costs, at a confidence.
/// <code>
/// c(q, h, α) = s/2 + ½·s·√(q / (D + 0.2·V·h)) + z(α)·¼·s·(1 + √a)
/// </code>
/// c: basis points below mid, at most 10,000; s: spread, basis points, taken as at least 1; q: size; D: depth of the bid side;
/// V: volume a day, of which a fifth can be joined without being noticed; h: horizon, days; a: age of the last trade, days;
/// z(α): normal quantile, α at least one half. Sizes share one unit (face). The first term is what a small sale pays, the second
/// the square-root law of impact (Tóth et al. 2011, Physical Review X 1, 021006), the third how uncertain a price is that nobody
/// has confirmed lately. Rises with q, a and α, falls with D, V and h. It is the cost of trading only: what the market does while a
/// patient seller waits is no part of it. The constants are judgement.
/// </summary>
public static class LiquidationCost
{
    /// <summary>Most that it can be, basis points: everything.</summary>
    public const double Max = 10_000;

    private const double MinSpread = 1;
    private const double ImpactShare = 0.5;
    private const double Participation = 0.2;
    private const double UncertaintyShare = 0.25;

    /// <summary>The cost in basis points.</summary>
    /// <param name="size">q, above 0.</param>
    /// <param name="horizon">h in days, not negative.</param>
    /// <param name="confidence">α, from 0.5 to below 1.</param>
    /// <param name="spread">s in basis points, not negative.</param>
    /// <param name="depth">D, above 0.</param>
    /// <param name="volume">V, not negative.</param>
    /// <param name="age">a in days, not negative.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument is not finite or outside of its range.</exception>
    public static double Of(double size, double horizon, double confidence, double spread, double depth, double volume, double age)
    {
        Check(size > 0, size, nameof(size));
        Check(horizon >= 0, horizon, nameof(horizon));
        Check(confidence is >= 0.5 and < 1, confidence, nameof(confidence));
        Check(spread >= 0, spread, nameof(spread));
        Check(depth > 0, depth, nameof(depth));
        Check(volume >= 0, volume, nameof(volume));
        Check(age >= 0, age, nameof(age));

        var s = Math.Max(MinSpread, spread);
        var impact = ImpactShare * s * Math.Sqrt(size / (depth + (Participation * volume * horizon)));
        var doubt = Normal.InvCDF(0, 1, confidence) * UncertaintyShare * s * (1 + Math.Sqrt(age));
        return Math.Min(Max, (s / 2) + impact + Math.Max(0, doubt));
    }

    private static void Check(bool holds, double value, string name)
    {
        if (!holds || !double.IsFinite(value)) throw new ArgumentOutOfRangeException(name, value, "Outside of its range.");
    }
}
