using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// What a stake earned from the first to the last period.
/// <code>
/// geometric:  R = Π (1 + rₜ) − 1            arithmetic:  R = Σ rₜ
/// annualised: (1 + R)^(f/n) − 1             R·f/n
/// </code>
/// rₜ: return of a period as a fraction, gains positive; n: periods; f: periods a year. Source: C. Bacon (2008), Practical Portfolio
/// Performance Measurement and Attribution, ch. 2.
/// </summary>
public static class TotalReturn
{
    /// <summary>R.</summary>
    /// <param name="returns">rₜ, at least one, finite, not below −1 when geometric.</param>
    /// <param name="convention">Compounding.</param>
    /// <exception cref="ArgumentException">No return, or one outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> returns, ReturnConvention convention)
    {
        ReturnChecks.Check(returns, 1, convention);
        var (growth, sum) = (1.0, 0.0);
        foreach (var r in returns) (growth, sum) = (growth * (1 + r), sum + r);
        return Inputs.Finite(convention.Compounding == Compounding.Geometric ? growth - 1 : sum);
    }

    /// <summary>R a year.</summary>
    /// <param name="returns">rₜ, at least one, finite, not below −1 when geometric.</param>
    /// <param name="convention">Compounding and periods a year.</param>
    /// <exception cref="ArgumentException">No return, or one outside of its range.</exception>
    /// <exception cref="ArithmeticException">The result is beyond what a double holds.</exception>
    public static double Annualised(ReadOnlySpan<double> returns, ReturnConvention convention)
    {
        var (total, years) = (Of(returns, convention), returns.Length / convention.PeriodsPerYear);
        return Inputs.Finite(convention.Compounding == Compounding.Geometric ? Math.Pow(1 + total, 1 / years) - 1 : total / years);
    }
}
