namespace LiquidityRisk.Quant.Bonds;

/// <summary>
/// How far prices move per unit traded.
/// <code>
/// ILLIQ = (1/N)·Σ |rₜ| / Vₜ      over the N days with trading
/// </code>
/// rₜ: return of day t as a fraction; Vₜ: value traded that day, in millions of currency units. The result is return per
/// million traded (0.001 = ten basis points per million); high = illiquid. A day without trading says nothing about price
/// impact and is left out. Source: Y. Amihud (2002), Illiquidity and stock returns, Journal of Financial Markets 5, eq. 1.
/// Valid for any N ≥ 1; steady only from about a month of trading days.
/// </summary>
public static class AmihudIlliquidity
{
    /// <summary>Return per million traded; null when no day traded.</summary>
    /// <param name="returns">Daily returns as fractions.</param>
    /// <param name="volumes">Value traded each day in millions, not negative; as many as returns.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite or a volume negative.</exception>
    public static double? Of(ReadOnlySpan<double> returns, ReadOnlySpan<double> volumes)
    {
        if (returns.Length != volumes.Length)
            throw new ArgumentException("There are as many volumes as returns.", nameof(volumes));
        var (sum, days) = (0.0, 0);
        for (var i = 0; i < returns.Length; i++)
        {
            if (!double.IsFinite(returns[i])) throw new ArgumentException("A return is finite.", nameof(returns));
            if (!double.IsFinite(volumes[i]) || volumes[i] < 0)
                throw new ArgumentException("A volume is finite and not negative.", nameof(volumes));
            if (volumes[i] <= 0) continue;
            sum += Math.Abs(returns[i]) / volumes[i];
            days++;
        }

        if (days == 0) return null;
        return double.IsFinite(sum) ? sum / days : throw new ArgumentException("A volume is too small to divide by.", nameof(volumes));
    }
}
