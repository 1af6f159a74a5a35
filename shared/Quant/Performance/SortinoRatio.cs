namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// Mean excess over a target for each unit of downside deviation, a year.
/// <code>
/// S = √f · (r̄ − τ) / δ            δ = √( Σ min(rₜ − τ, 0)² / n )
/// </code>
/// τ: least acceptable return a period; δ: downside deviation over all n periods, not only the bad ones and never n − 1; f: periods a year.
/// Source: F. Sortino, L. Price (1994), Performance measurement in a downside risk framework, Journal of Investing 3.
/// </summary>
public static class SortinoRatio
{
    /// <summary>S.</summary>
    /// <param name="returns">At least one, finite, not below −1 when geometric.</param>
    /// <param name="convention">Periods a year.</param>
    /// <param name="target">τ a period, as a fraction; 0 by default.</param>
    /// <exception cref="ArgumentException">No return, or a number outside of its range.</exception>
    /// <exception cref="ArithmeticException">No return is below the target, or the result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> returns, ReturnConvention convention, double target = 0)
    {
        var downside = DownsideDeviation(returns, convention, target);
        var mean = ReturnChecks.Moments(returns, sample: false).Mean;
        return Math.Sqrt(convention.PeriodsPerYear) * ReturnChecks.Ratio(mean - target, downside, "Without a return below the target there is no Sortino ratio.");
    }

    /// <summary>δ a period, 0 when no return is below the target.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <exception cref="ArgumentException">No return, or a number outside of its range.</exception>
    public static double DownsideDeviation(ReadOnlySpan<double> returns, ReturnConvention convention, double target = 0)
    {
        Statistics.Inputs.CheckFinite(target, nameof(target));
        ReturnChecks.Check(returns, 1, convention);
        var (worst, sum) = (0.0, 0.0);
        foreach (var r in returns) worst = Math.Min(worst, r - target);
        if (worst == 0) return 0;
        foreach (var r in returns) sum += Math.Pow(Math.Min(r - target, 0) / worst, 2);
        return -worst * Math.Sqrt(sum / returns.Length);
    }
}
