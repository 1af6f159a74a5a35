using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Optimisation.Tests;

/// <summary>Many assets, volatilities ten thousandfold apart, more assets than periods, twins that move as one.</summary>
public class HardCasesTests
{
    [Fact]
    public void Far_more_assets_than_periods_leave_a_portfolio_without_risk_and_no_largest_ratio()
    {
        var random = new Random(6);
        double[][] returns = [.. Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 20).Select(_ => random.NextDouble() - 0.4).ToArray())];
        var (covariance, bounds) = (SampleCovariance.Of(returns), new WeightBounds([.. Enumerable.Repeat(-0.2, 60)], [.. Enumerable.Repeat(0.3, 60)]));
        Assert.Equal(0, BoundedQuadratic.Variance(covariance, MinimumVariance.Weights(covariance, bounds)), 1e-13);
        Assert.Throws<ArithmeticException>(() => MaximumSharpe.Weights([.. returns.Select(r => r.Average())], covariance, bounds));
    }

    [Theory]
    [InlineData(30, 400, 1)]
    [InlineData(60, 58, 2)]
    [InlineData(100, 250, 3)]
    [InlineData(25, 60, 4)]
    public void Every_method_settles_and_proves_its_answer(int assets, int periods, int seed)
    {
        var random = new Random(seed);
        var market = Enumerable.Range(0, periods).Select(_ => Heavy()).ToArray();
        double[][] returns = [.. Enumerable.Range(0, assets).Select(i =>
            market.Select(m => Math.Pow(10, (i % 5) - 4) * ((0.5 * m) + Heavy() + 0.02)).ToArray())];
        returns[1] = [.. returns[0]];
        var covariance = SampleCovariance.Of(returns);
        double[] means = [.. returns.Select(r => r.Average())];
        var bounds = new WeightBounds([.. Enumerable.Repeat(-0.02, assets)], [.. Enumerable.Repeat(0.15, assets)]);
        var (least, clock) = (MinimumVariance.Weights(covariance, bounds), System.Diagnostics.Stopwatch.StartNew());
        var sharpe = MaximumSharpe.Weights(means, covariance, bounds);
        Say("sharpe");
        var cvar = CvarMinimisation.Of(returns, 0.95, bounds);
        Say("shortfall");
        var parity = RiskParity.Weights(covariance, WeightBounds.LongOnly(assets));
        Say("parity");

        var (floor, best) = (BoundedQuadratic.Variance(covariance, least), Ratio(sharpe));
        Assert.True(Ratio(least) <= best * (1 + 1e-9));
        Assert.True(BoundedQuadratic.Variance(covariance, [.. cvar.Weights]) >= floor * (1 - 1e-9));
        Assert.InRange(cvar.Shortfall - cvar.Bound, 0, 1e-8 * returns.Max(r => r.Max(Math.Abs)));
        for (var step = 0; step < 2_000; step++)
        {
            var (i, j, by) = (random.Next(assets), random.Next(assets), Math.Pow(10, -6 * random.NextDouble()) * 0.1);
            Assert.True(Moved(least, i, j, by) is not { } w || BoundedQuadratic.Variance(covariance, w) >= floor * (1 - 1e-9));
            Assert.True(Moved(sharpe, i, j, by) is not { } v || Ratio(v) <= best * (1 + 1e-9));
        }

        var total = BoundedQuadratic.Variance(covariance, parity);
        for (var i = 0; i < assets; i++)
            Assert.Equal(1.0 / assets, parity[i] * Enumerable.Range(0, assets).Sum(j => covariance[i, j] * parity[j]) / total, 1e-9);

        double Heavy() => 0.02 * Math.Tan(1.4 * (random.NextDouble() - 0.5) * 2) / 2;

        double Ratio(double[] w) => w.Zip(means, (a, b) => a * b).Sum() / Math.Sqrt(BoundedQuadratic.Variance(covariance, w));

        double[]? Moved(double[] w, int i, int j, double by)
        {
            double[] moved = [.. w];
            (moved[i], moved[j]) = (moved[i] + by, moved[j] - by);
            return i != j && moved[i] <= bounds.Upper[i] && moved[j] >= bounds.Lower[j] ? moved : null;
        }

        void Say(string what)
        {
            TestContext.Current.SendDiagnosticMessage($"{assets} assets, {periods} periods, {what}: {clock.Elapsed.TotalMilliseconds:0.0} ms");
            clock.Restart();
        }
    }
}
