namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// Everything that is usually told of a series of returns. Each figure is that of the file of its name; a ratio is null where it has no answer
/// (returns that do not vary, no loss, no drawdown).
/// </summary>
/// <param name="TotalReturn">As a fraction (<see cref="Performance.TotalReturn"/>).</param>
/// <param name="AnnualisedReturn">As a fraction a year.</param>
/// <param name="Volatility">As a fraction a year (<see cref="AnnualisedVolatility"/>); null for a sample of one.</param>
/// <param name="SharpeRatio">Over the riskless return.</param>
/// <param name="SortinoRatio">Over the riskless return as a target.</param>
/// <param name="CalmarRatio">Annualised return for each unit of the deepest drawdown.</param>
/// <param name="OmegaRatio">Over the riskless return as a threshold.</param>
/// <param name="TailRatio">95th for each unit of 5th percentile.</param>
/// <param name="Skewness">Null for fewer than three returns of a sample.</param>
/// <param name="ExcessKurtosis">Null for fewer than four returns of a sample.</param>
/// <param name="MaxDrawdown">The deepest fall, positive (<see cref="Drawdown"/>).</param>
/// <param name="CurrentDrawdown">The last fall, positive or 0.</param>
/// <param name="UlcerIndex">Root mean square of the falls.</param>
/// <param name="Trades">Win rate, profit factor and the like.</param>
public sealed record PerformanceMetrics(
    double TotalReturn, double AnnualisedReturn, double? Volatility, double? SharpeRatio, double? SortinoRatio, double? CalmarRatio, double? OmegaRatio,
    double? TailRatio, double? Skewness, double? ExcessKurtosis, double MaxDrawdown, double CurrentDrawdown, double UlcerIndex, TradeStatistics Trades)
{
    /// <summary>All figures at once.</summary>
    /// <param name="returns">At least one, oldest first, finite, not below −1 when geometric.</param>
    /// <param name="convention">Periods a year, compounding, sample or population.</param>
    /// <param name="trades">Profits of closed trades; empty: every period counts as a trade.</param>
    /// <param name="riskFree">Riskless return a period, as a fraction; 0 by default.</param>
    /// <exception cref="ArgumentException">No return, or a number outside of its range.</exception>
    /// <exception cref="ArithmeticException">Wealth is beyond what a double holds.</exception>
    public static PerformanceMetrics Of(
        ReadOnlySpan<double> returns, ReturnConvention convention, ReadOnlySpan<double> trades = default, double riskFree = 0)
    {
        var drawdown = Drawdown.Of(returns, convention);
        return new(
            Performance.TotalReturn.Of(returns, convention),
            Performance.TotalReturn.Annualised(returns, convention),
            Answer(returns, 2, convention.Sample, r => AnnualisedVolatility.Of(r, convention)),
            Answer(returns, 2, convention.Sample, r => Performance.SharpeRatio.Of(r, convention, riskFree)),
            Answer(returns, 1, convention.Sample, r => Performance.SortinoRatio.Of(r, convention, riskFree)),
            Answer(returns, 1, convention.Sample, r => Performance.CalmarRatio.Of(r, convention)),
            Answer(returns, 1, convention.Sample, r => Performance.OmegaRatio.Of(r, riskFree)),
            Answer(returns, 1, convention.Sample, r => Performance.TailRatio.Of(r)),
            Answer(returns, 3, convention.Sample, r => ShapeOfReturns.Skewness(r, convention.Sample)),
            Answer(returns, 4, convention.Sample, r => ShapeOfReturns.ExcessKurtosis(r, convention.Sample)),
            drawdown.Deepest, drawdown.Current, drawdown.UlcerIndex,
            TradeStatistics.Of(trades.IsEmpty ? returns : trades));
    }

    private static double? Answer(ReadOnlySpan<double> returns, int least, bool sample, WindowFigure figure) =>
        sample && returns.Length < least ? null : RollingWindow.Of(returns, returns.Length, figure)[0];
}
