using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// Mean return beyond a benchmark for each unit of its deviation, a year.
/// <code>
/// I = √f · d̄ / σ(d)            dₜ = rₜ − bₜ
/// </code>
/// r: returns; b: returns of the benchmark in the same periods; σ(d): tracking error a period. Source: R. Grinold, R. Kahn (1999), Active Portfolio
/// Management, ch. 5.
/// </summary>
public static class InformationRatio
{
    /// <summary>I.</summary>
    /// <param name="returns">r, at least two (one for a population), finite.</param>
    /// <param name="benchmark">b, as many.</param>
    /// <param name="convention">Periods a year, sample or population.</param>
    /// <exception cref="ArgumentException">Too few returns, lengths that differ or a number outside of its range.</exception>
    /// <exception cref="ArithmeticException">The difference does not vary, or the result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> returns, ReadOnlySpan<double> benchmark, ReturnConvention convention)
    {
        ReturnChecks.Check(returns, convention.Sample ? 2 : 1, convention);
        ReturnChecks.Check(benchmark, 0, convention);
        Inputs.CheckSameLength(returns.Length, benchmark.Length, nameof(benchmark));
        var differences = new double[returns.Length];
        for (var t = 0; t < differences.Length; t++) differences[t] = Inputs.Finite(returns[t] - benchmark[t]);
        var (mean, deviation) = ReturnChecks.Moments(differences, convention.Sample);
        return Math.Sqrt(convention.PeriodsPerYear) * ReturnChecks.Ratio(mean, deviation, "Without a tracking error there is no information ratio.");
    }
}
