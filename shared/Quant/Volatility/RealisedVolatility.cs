using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>
/// Realised volatility: the root of the sum of squared intraday returns of one period, scaled to a year.
/// <code>
/// σ = √( N · Σ r²ᵢ )
/// </code>
/// r: intraday log returns of the whole period; N: such periods in a year (252 when the returns are those of one trading day; 1 for the
/// volatility of that day). In the unit of the returns. Returns so frequent that bid and ask bounce show bias it upwards; five minutes is customary.
/// Source: T. Andersen, T. Bollerslev, F. Diebold, P. Labys (2003), Modeling and forecasting realized volatility, Econometrica 71. Valid for one return and more.
/// </summary>
public static class RealisedVolatility
{
    /// <summary>The volatility of one period's intraday returns.</summary>
    /// <param name="returns">Intraday returns, at least one.</param>
    /// <param name="periodsPerYear">Periods such as the one observed in a year, above 0.</param>
    /// <exception cref="ArgumentException">No return, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Periods are not finite and above 0.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> returns, double periodsPerYear)
    {
        Observations.CheckFinite(returns, 1);
        Observations.CheckPeriods(periodsPerYear);
        return Inputs.Finite(Observations.Norm(returns, 0) * Math.Sqrt(periodsPerYear));
    }
}
