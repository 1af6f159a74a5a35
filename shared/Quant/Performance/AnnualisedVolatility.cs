using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// How widely returns scatter, a year.
/// <code>
/// σ = √f · √( Σ (rₜ − r̄)² / (n − 1) )            population: / n
/// </code>
/// rₜ: returns as fractions; f: periods a year, taken as independent. 0 for returns that do not vary. Source: J. Hull (2018), Options, Futures, and Other
/// Derivatives, §15.4.
/// </summary>
public static class AnnualisedVolatility
{
    /// <summary>σ.</summary>
    /// <param name="returns">rₜ, at least two (one for a population), finite, not below −1 when geometric.</param>
    /// <param name="convention">Periods a year, sample or population.</param>
    /// <exception cref="ArgumentException">Too few returns, or one outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> returns, ReturnConvention convention)
    {
        ReturnChecks.Check(returns, convention.Sample ? 2 : 1, convention);
        return Inputs.Finite(ReturnChecks.Moments(returns, convention.Sample).Deviation * Math.Sqrt(convention.PeriodsPerYear));
    }
}
