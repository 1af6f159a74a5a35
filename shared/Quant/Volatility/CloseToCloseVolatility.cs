using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// Close-to-close volatility: the sample standard deviation of log returns, a year.
/// <code>
/// σ = √( N · Σ (rᵢ − r̄)² / (n − 1) )      rᵢ = ln(Cᵢ / Cᵢ₋₁)
/// </code>
/// C: closing prices, equally far apart; r: log return of a period; n: number of returns; N: periods in a year (252 trading days, 365 days
/// of a market that never closes, 1 for volatility a period). A fraction: 0.2 is 20 % a year. Constant prices have volatility 0.
/// Source: J. Hull, Options, Futures, and Other Derivatives (2018), §15.4. Valid for at least two returns.
/// </summary>
public static class CloseToCloseVolatility
{
    /// <summary>The volatility of closing prices.</summary>
    /// <param name="closes">Prices in order of time, above 0, at least three.</param>
    /// <param name="periodsPerYear">Periods a year, above 0; 1 leaves the volatility as it is per period.</param>
    /// <exception cref="ArgumentException">Fewer than three prices, or one that is not finite and above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Periods are not finite and above 0.</exception>
    public static double Of(ReadOnlySpan<double> closes, double periodsPerYear)
    {
        Observations.CheckPrices(closes, 3);
        Observations.CheckPeriods(periodsPerYear);
        var n = closes.Length - 1;
        var mean = (Math.Log(closes[n]) - Math.Log(closes[0])) / n;
        var (sum, before) = (0.0, Math.Log(closes[0]));
        for (var i = 1; i <= n; i++)
        {
            var now = Math.Log(closes[i]);
            var x = now - before - mean;
            sum += x * x;
            before = now;
        }

        return Inputs.Finite(Math.Sqrt(sum / (n - 1)) * Math.Sqrt(periodsPerYear));
    }

    /// <summary>The volatility of returns that are at hand.</summary>
    /// <param name="returns">Returns a period, at least two; the result is in their unit.</param>
    /// <param name="periodsPerYear">Periods a year, above 0.</param>
    /// <exception cref="ArgumentException">Fewer than two returns, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Periods are not finite and above 0.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double OfReturns(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        Observations.CheckFinite(returns, 2);
        Observations.CheckPeriods(periodsPerYear);
        var norm = Observations.Norm(returns, Observations.Mean(returns));
        return Inputs.Finite(norm / Math.Sqrt(returns.Length - 1) * Math.Sqrt(periodsPerYear));
    }
}
