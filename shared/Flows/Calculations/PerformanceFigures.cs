using LiquidityRisk.Contracts.Calculations;
using LiquidityRisk.Quant.Performance;

namespace LiquidityRisk.Flows.Calculations;

/// <summary>What is told of a series of returns. Nothing is stored.</summary>
public static class PerformanceFigures
{
    private const int MostDrawdowns = 10;

    /// <summary>Computes all of it.</summary>
    /// <exception cref="CalculationRefusedException">The request is at fault.</exception>
    public static PerformanceAnswer Of(PerformanceRequest request)
    {
        var returns = Asked.Series("returns", request.Returns, 2, 20_000);
        var benchmark = request.Benchmark is null ? null : Asked.Series("benchmark", request.Benchmark, returns.Length, returns.Length);
        var periods = Asked.Number("periods_per_year", request.PeriodsPerYear, 365, 0.01, 1e9);
        var riskFree = Asked.Number("risk_free", request.RiskFree, 0, -1, 10) / periods;
        var convention = new ReturnConvention(
            periods, request.Compounding == ReturnCompounding.Arithmetic ? Compounding.Arithmetic : Compounding.Geometric);
        return Asked.Solve("returns", () => Answer(returns, benchmark, convention, riskFree));
    }

    private static PerformanceAnswer Answer(double[] returns, double[]? benchmark, ReturnConvention convention, double riskFree)
    {
        var m = PerformanceMetrics.Of(returns, convention, riskFree: riskFree);
        var beta = benchmark is null ? (BetaEstimate?)null : Asked.Solve("benchmark", () => Beta.Ols(returns, benchmark));
        var deepest = Drawdown.Of(returns, convention).Episodes.OrderByDescending(e => e.Depth).Take(MostDrawdowns);
        return new(
            returns.Length, m.TotalReturn, m.AnnualisedReturn, m.Volatility, m.SharpeRatio, m.SortinoRatio, m.CalmarRatio, m.OmegaRatio, m.TailRatio,
            m.Skewness, m.ExcessKurtosis, m.MaxDrawdown, m.CurrentDrawdown, m.UlcerIndex, m.Trades.WinRate, m.Trades.ProfitFactor,
            beta is { } line ? new(line.Slope, line.Intercept, line.StandardError, line.RSquared) : null,
            benchmark is null ? null : InformationRatioOf(returns, benchmark, convention),
            [.. deepest.Select(e => new DrawdownAnswer(e.Start, e.Trough, e.Recovery, e.Depth, e.Duration))]);
    }

    // Null where it follows its benchmark exactly: there is nothing to divide by.
    private static double? InformationRatioOf(double[] returns, double[] benchmark, ReturnConvention convention)
    {
        try
        {
            return InformationRatio.Of(returns, benchmark, convention);
        }
        catch (ArithmeticException)
        {
            return null;
        }
    }
}
