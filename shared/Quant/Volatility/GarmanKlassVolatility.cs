using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// Garman and Klass's volatility from open, high, low and close, a year.
/// <code>
/// σ = √( N · Σ [ ½·(ln(Hᵢ/Lᵢ))² − (2·ln 2 − 1)·(ln(Cᵢ/Oᵢ))² ] / n )
/// </code>
/// O, H, L, C: prices of a period; n: periods; N: periods in a year. About seven times as efficient as closes; assumes no drift and no gap
/// between periods. Never negative, because a close is inside of its range. A fraction.
/// Source: M. Garman, M. Klass (1980), On the estimation of security price volatilities from historical data, Journal of Business 53. Valid for one bar and more.
/// </summary>
public static class GarmanKlassVolatility
{
    /// <summary>The volatility of bars.</summary>
    /// <param name="opens">Opens, above 0.</param>
    /// <param name="highs">Highs, none below its open, low or close.</param>
    /// <param name="lows">Lows, none above its open or close.</param>
    /// <param name="closes">Closes; all four equally many, at least one.</param>
    /// <param name="periodsPerYear">Periods a year, above 0.</param>
    /// <exception cref="ArgumentException">No bars, lengths that differ, a price not above 0, a high or low inside of its bar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Periods are not finite and above 0.</exception>
    public static double Of(
        ReadOnlySpan<double> opens, ReadOnlySpan<double> highs, ReadOnlySpan<double> lows, ReadOnlySpan<double> closes, double periodsPerYear)
    {
        Observations.CheckBars(opens, highs, lows, closes, 1);
        Observations.CheckPeriods(periodsPerYear);
        var sum = 0.0;
        for (var i = 0; i < opens.Length; i++)
        {
            var range = Math.Log(highs[i]) - Math.Log(lows[i]);
            var body = Math.Log(closes[i]) - Math.Log(opens[i]);
            sum += (range * range / 2) - (((2 * Math.Log(2)) - 1) * body * body);
        }

        return Inputs.Finite(Math.Sqrt(sum / opens.Length) * Math.Sqrt(periodsPerYear));
    }
}
