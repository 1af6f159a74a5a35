namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// Annualised return for each unit of the deepest drawdown.
/// <code>
/// C = R_a / MDD
/// </code>
/// R_a: <see cref="TotalReturn.Annualised"/>; MDD: <see cref="Drawdown"/>'s deepest, over all periods given (Young used 36 months).
/// Source: T. Young (1991), Calmar ratio: a smoother tool, Futures 20.
/// </summary>
public static class CalmarRatio
{
    /// <summary>C.</summary>
    /// <param name="returns">At least one, finite, above −1 when geometric.</param>
    /// <param name="convention">Compounding and periods a year.</param>
    /// <exception cref="ArgumentException">No return, or one outside of its range.</exception>
    /// <exception cref="ArithmeticException">There was no drawdown, or the result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> returns, ReturnConvention convention)
    {
        var deepest = Drawdown.Of(returns, convention).Deepest;
        return ReturnChecks.Ratio(TotalReturn.Annualised(returns, convention), deepest, "Without a drawdown there is no Calmar ratio.");
    }
}
