using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Performance.Tests;

/// <summary>Against pandas, scipy and statsmodels: tests/Golden/Performance/performance.py.</summary>
public class PerformanceGoldenTests
{
    [Fact]
    public void Every_metric_agrees_with_pandas_and_scipy() => Each("metrics", r =>
    {
        var (convention, riskFree) = (Convention(r.Arguments), r.Arguments[3]);
        var m = PerformanceMetrics.Of(r.First, convention, riskFree: riskFree);
        double?[] found =
        [
            m.TotalReturn, m.AnnualisedReturn, m.Volatility, m.SharpeRatio, m.SortinoRatio, m.CalmarRatio, m.OmegaRatio, m.TailRatio, m.Skewness,
            m.ExcessKurtosis, m.MaxDrawdown, m.CurrentDrawdown, m.UlcerIndex, Drawdown.Of(r.First, convention).ConditionalAtRisk(0.9),
            m.Trades.WinRate, m.Trades.ProfitFactor, m.Trades.AverageWin, m.Trades.AverageLoss, m.Trades.LargestWin, m.Trades.LargestLoss,
            m.Trades.Trades, m.Trades.Winners, m.Trades.Losers, InformationRatio.Of(r.First, r.Second, convention),
        ];
        Close(r.Expected, [.. found.Select(f => f!.Value)]);
    });

    [Fact]
    public void Underwater_curves_agree_with_pandas() => Each("underwater", r => Close(
        r.Expected, [.. Drawdown.Of(r.First, new(Compounding: r.Arguments[0] > 0 ? Compounding.Geometric : Compounding.Arithmetic)).Underwater]));

    [Fact]
    public void Rolling_sharpe_ratios_agree_with_pandas() => Each("rolling-sharpe", r => Close(
        r.Expected, [.. RollingWindow.Of(r.First, (int)r.Arguments[3], w => SharpeRatio.Of(w, Convention(r.Arguments))).Select(f => f!.Value)]));

    [Fact]
    public void Betas_agree_with_statsmodels()
    {
        Each("beta-ols", r => Close(r.Expected, Beta.Ols(r.First, r.Second)));
        Each("beta-downside", r => Close(r.Expected, Beta.Downside(r.First, r.Second, r.Arguments[0])));
        Each("beta-ewma", r => Close(r.Expected, Beta.Ewma(r.First, r.Second, r.Arguments[0])));
    }

    [Fact]
    public void Rolling_betas_agree_with_scipy() => Each("beta-rolling", r => Close(
        r.Expected, [.. Beta.Rolling(r.First, r.Second, (int)r.Arguments[0]).Select(b => b.Slope)]));

    private static ReturnConvention Convention(double[] arguments) =>
        new(arguments[0], arguments[1] > 0 ? Compounding.Geometric : Compounding.Arithmetic, arguments[2] > 0);

    private static void Close(double[] expected, BetaEstimate found) =>
        Close(expected, [found.Slope, found.Intercept, found.StandardError!.Value, found.RSquared]);

    private static void Close(double[] expected, double[] found)
    {
        Assert.Equal(expected.Length, found.Length);
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], 1e-10 * Math.Max(1e-3, Math.Abs(expected[i])));
    }

    private static void Each(string kind, Action<Row> check)
    {
        var rows = Golden.Rows("Performance/performance.csv").Where(r => string.Equals(r[0], kind, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r => check(new(Numbers(r, 1), Numbers(r, 2), Numbers(r, 3), Numbers(r, 4))));
    }

    private static double[] Numbers(string[] row, int i) =>
        row.Length > i ? [.. row[i].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Golden.Number)] : [];

    private sealed record Row(double[] Expected, double[] Arguments, double[] First, double[] Second);
}
