using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// Yang and Zhang's volatility from open, high, low and close, a year; independent of drift and aware of opening gaps.
/// <code>
/// σ² = N · ( σ²ₒ + k·σ²_c + (1 − k)·σ²_rs )      k = 0.34 / (1.34 + (n + 1)/(n − 1))
/// σ²ₒ = sample variance of ln(Oᵢ/Cᵢ₋₁)           σ²_c = sample variance of ln(Cᵢ/Oᵢ)
/// σ²_rs = mean of ln(Hᵢ/Cᵢ)·ln(Hᵢ/Oᵢ) + ln(Lᵢ/Cᵢ)·ln(Lᵢ/Oᵢ)      (Rogers and Satchell)
/// </code>
/// O, H, L, C: prices of a period; n: bars after the first, which only lends its close; N: periods in a year. A fraction; constant prices have 0.
/// Source: D. Yang, Q. Zhang (2000), Drift-independent volatility estimation based on high, low, open, and close prices, Journal of Business 73.
/// Valid for three bars and more.
/// </summary>
public static class YangZhangVolatility
{
    /// <summary>The volatility of bars.</summary>
    /// <param name="opens">Opens, above 0.</param>
    /// <param name="highs">Highs, none below its open, low or close.</param>
    /// <param name="lows">Lows, none above its open or close.</param>
    /// <param name="closes">Closes; all four equally many, at least three.</param>
    /// <param name="periodsPerYear">Periods a year, above 0.</param>
    /// <exception cref="ArgumentException">Fewer than three bars, lengths that differ, a price not above 0, a high or low inside of its bar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Periods are not finite and above 0.</exception>
    public static double Of(
        ReadOnlySpan<double> opens, ReadOnlySpan<double> highs, ReadOnlySpan<double> lows, ReadOnlySpan<double> closes, double periodsPerYear)
    {
        Observations.CheckBars(opens, highs, lows, closes, 3);
        Observations.CheckPeriods(periodsPerYear);
        var n = opens.Length - 1;
        var (gaps, bodies) = (0.0, 0.0);
        for (var i = 1; i <= n; i++)
        {
            gaps += LogRatio(opens[i], closes[i - 1]) / n;
            bodies += LogRatio(closes[i], opens[i]) / n;
        }

        var (overnight, day, ranges) = (0.0, 0.0, 0.0);
        for (var i = 1; i <= n; i++)
        {
            var gap = LogRatio(opens[i], closes[i - 1]) - gaps;
            var body = LogRatio(closes[i], opens[i]);
            overnight += gap * gap / (n - 1);
            day += (body - bodies) * (body - bodies) / (n - 1);
            var (up, down) = (LogRatio(highs[i], opens[i]), LogRatio(lows[i], opens[i]));
            ranges += ((up * (up - body)) + (down * (down - body))) / n;
        }

        var k = 0.34 / (1.34 + ((n + 1.0) / (n - 1)));
        var variance = overnight + (k * day) + ((1 - k) * Math.Max(0, ranges));
        return Inputs.Finite(Math.Sqrt(variance) * Math.Sqrt(periodsPerYear));
    }

    private static double LogRatio(double above, double below) => Math.Log(above) - Math.Log(below);
}
