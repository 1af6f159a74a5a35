using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// Parkinson's volatility from daily ranges, a year.
/// <code>
/// σ = √( N · Σ (ln(Hᵢ/Lᵢ))² / (4·ln 2·n) )
/// </code>
/// H, L: high and low of a period; n: periods; N: periods in a year. About five times as efficient as closes; assumes no drift and no gap between
/// periods (gaps bias it downwards). A fraction; bars without a range have volatility 0.
/// Source: M. Parkinson (1980), The extreme value method for estimating the variance of the rate of return, Journal of Business 53. Valid for one bar and more.
/// </summary>
public static class ParkinsonVolatility
{
    /// <summary>The volatility of bars.</summary>
    /// <param name="highs">Highs, above 0, none below its low.</param>
    /// <param name="lows">Lows, above 0, as many as highs.</param>
    /// <param name="periodsPerYear">Periods a year, above 0.</param>
    /// <exception cref="ArgumentException">No bars, lengths that differ, a price not above 0, a high below its low.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Periods are not finite and above 0.</exception>
    public static double Of(ReadOnlySpan<double> highs, ReadOnlySpan<double> lows, double periodsPerYear)
    {
        Observations.CheckBars(lows, highs, lows, lows, 1);
        Observations.CheckPeriods(periodsPerYear);
        var sum = 0.0;
        for (var i = 0; i < highs.Length; i++)
        {
            var range = Math.Log(highs[i]) - Math.Log(lows[i]);
            sum += range * range;
        }

        return Inputs.Finite(Math.Sqrt(sum / (4 * Math.Log(2) * highs.Length)) * Math.Sqrt(periodsPerYear));
    }
}
