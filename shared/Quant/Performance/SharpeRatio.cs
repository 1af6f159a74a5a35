namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// Mean excess return for each unit of its deviation, a year.
/// <code>
/// S = √f · (r̄ − r_f) / σ
/// </code>
/// r̄: arithmetic mean of the returns a period, whatever the compounding; r_f: riskless return a period; σ: deviation of the returns a period; f: periods
/// a year. Does not change with leverage when r_f = 0. Source: W. Sharpe (1994), The Sharpe ratio, Journal of Portfolio Management 21.
/// </summary>
public static class SharpeRatio
{
    /// <summary>S.</summary>
    /// <param name="returns">At least two (one for a population), finite, not below −1 when geometric.</param>
    /// <param name="convention">Periods a year, sample or population.</param>
    /// <param name="riskFree">r_f a period, as a fraction; 0 by default.</param>
    /// <exception cref="ArgumentException">Too few returns, or a number outside of its range.</exception>
    /// <exception cref="ArithmeticException">The returns do not vary, or the result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> returns, ReturnConvention convention, double riskFree = 0)
    {
        Statistics.Inputs.CheckFinite(riskFree, nameof(riskFree));
        ReturnChecks.Check(returns, convention.Sample ? 2 : 1, convention);
        var (mean, deviation) = ReturnChecks.Moments(returns, convention.Sample);
        return Math.Sqrt(convention.PeriodsPerYear) * ReturnChecks.Ratio(mean - riskFree, deviation, "Returns that do not vary have no Sharpe ratio.");
    }
}
