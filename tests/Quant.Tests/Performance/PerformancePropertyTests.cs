using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Quant.Performance.Tests;

public class PerformancePropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(20_240_102, 7);
    private static readonly ReturnConvention Geometric = ReturnConvention.Standard;
    private static readonly ReturnConvention Arithmetic = new(252, Compounding.Arithmetic, Sample: false);

    private static readonly Arbitrary<double[]> Returns = (
        from n in Gen.Choose(2, 60)
        from returns in Gen.Choose(-100, 110).ArrayOf(n)
        select returns.Select(r => r / 100.0).ToArray()).ToArbitrary();

    [Fact]
    public void A_drawdown_is_from_0_to_1_and_its_averages_are_below_it() => Check.One(TenThousand, Prop.ForAll(Returns, r =>
    {
        var d = Drawdown.Of(r, Geometric);
        return d.Underwater.All(u => u is >= 0 and <= 1) && d.Deepest <= 1 && d.UlcerIndex <= d.Deepest + 1e-12
            && d.ConditionalAtRisk(0.9) <= d.Deepest + 1e-12 && d.ConditionalAtRisk(0.9) >= d.ConditionalAtRisk(0.5) - 1e-12;
    }));

    [Fact]
    public void Episodes_follow_each_other_and_hold_every_point_under_water() => Check.One(TenThousand, Prop.ForAll(Returns, r =>
    {
        var d = Drawdown.Of(r, Geometric);
        var under = new bool[r.Length + 1];
        var last = 0;
        foreach (var e in d.Episodes)
        {
            var end = e.Recovery ?? r.Length + 1;
            if (e.Start < last || e.Trough <= e.Start || e.Trough >= end || !d.Underwater[e.Trough - 1].Equals(e.Depth)) return false;
            if (e.Duration != (e.Recovery ?? r.Length) - e.Start) return false;
            for (var t = e.Start + 1; t < end; t++) under[t] = true;
            last = end;
        }

        return d.Underwater.Select((u, i) => under[i + 1] == u > 0).All(same => same)
            && d.Deepest.Equals(d.Episodes.Select(e => e.Depth).DefaultIfEmpty(0).Max());
    }));

    [Fact]
    public void Leverage_leaves_the_ratios_alone() => Check.One(TenThousand, Prop.ForAll(Returns, r =>
    {
        if (r.Distinct().Count() < 2 || r.Min() >= 0) return true;
        double[] levered = [.. r.Select(x => 2.5 * x)];
        return Same(SharpeRatio.Of(r, Arithmetic), SharpeRatio.Of(levered, Arithmetic))
            && Same(SortinoRatio.Of(r, Arithmetic), SortinoRatio.Of(levered, Arithmetic))
            && Same(OmegaRatio.Of(r), OmegaRatio.Of(levered))
            && Same(CalmarRatio.Of(r, Arithmetic), CalmarRatio.Of(levered, Arithmetic))
            && Same(ShapeOfReturns.Skewness(r, false), ShapeOfReturns.Skewness(levered, false));
    }));

    [Fact]
    public void Any_series_has_metrics_without_nan_or_infinity() => Check.One(TenThousand, Prop.ForAll(Returns, r =>
    {
        var m = PerformanceMetrics.Of(r, Geometric);
        double?[] all = [m.TotalReturn, m.AnnualisedReturn, m.Volatility, m.SharpeRatio, m.SortinoRatio, m.CalmarRatio, m.OmegaRatio, m.TailRatio, m.Skewness, m.ExcessKurtosis, m.UlcerIndex];
        return all.All(f => f is null || double.IsFinite(f.Value)) && m.Trades.Winners + m.Trades.Losers <= m.Trades.Trades;
    }));

    [Fact]
    public void A_multiple_of_the_benchmark_has_that_beta_and_nothing_unexplained() => Check.One(TenThousand, Prop.ForAll(Returns, x =>
    {
        if (x.Distinct().Count() < 2) return true;
        double[] y = [.. x.Select(v => 0.01 - (1.7 * v))];
        var (ols, ewma) = (Beta.Ols(y, x), Beta.Ewma(y, x, 0.97));
        return Same(-1.7, ols.Slope) && Same(0.01, ols.Intercept) && Same(1, ols.RSquared) && Same(-1.7, ewma.Slope) && Same(0, ols.StandardError ?? 0);
    }));

    [Fact]
    public void An_episode_by_hand()
    {
        var d = Drawdown.Of([0.1, -0.5, 0.2, 1.0, -0.1], Geometric);
        Assert.Equal(2, d.Episodes.Count);
        Assert.Equal((1, 2, 4, 3), (d.Episodes[0].Start, d.Episodes[0].Trough, d.Episodes[0].Recovery, d.Episodes[0].Duration));
        Assert.Equal((4, 5, null, 1), (d.Episodes[1].Start, d.Episodes[1].Trough, d.Episodes[1].Recovery, d.Episodes[1].Duration));
        Assert.Equal(0.5, d.Deepest, 12);
        Assert.Equal(0.1, d.Current, 12);
    }

    [Fact]
    public void A_loss_from_the_first_day_is_a_drawdown_too() => Assert.Equal(0.2, Drawdown.Of([-0.2], Geometric).Deepest, 12);

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        Assert.Throws<ArgumentException>(() => TotalReturn.Of([], Geometric));
        Assert.Throws<ArgumentException>(() => TotalReturn.Of([-1.01], Geometric));
        Assert.Throws<ArgumentException>(() => TotalReturn.Of([double.NaN], Arithmetic));
        Assert.Throws<ArithmeticException>(() => TotalReturn.Of([1e200, 1e200], Geometric));
        Assert.Throws<ArgumentException>(() => AnnualisedVolatility.Of([0.1], Geometric));
        Assert.Equal(0, AnnualisedVolatility.Of([0.1], Arithmetic));
        Assert.Throws<ArgumentException>(() => TotalReturn.Of([0.1], new(0)));
        Assert.Throws<ArithmeticException>(() => SharpeRatio.Of([0.1, 0.1, 0.1], Geometric));
        Assert.Throws<ArithmeticException>(() => SortinoRatio.Of([0.1, 0.1], Geometric));
        Assert.Throws<ArithmeticException>(() => CalmarRatio.Of([0.1, 0.1], Geometric));
        Assert.Throws<ArithmeticException>(() => OmegaRatio.Of([0.1]));
        Assert.Throws<ArithmeticException>(() => InformationRatio.Of([0.1, 0.2], [0.1, 0.2], Geometric));
        Assert.Throws<ArgumentException>(() => InformationRatio.Of([0.1, 0.2], [0.1], Geometric));
        Assert.Throws<ArithmeticException>(() => TailRatio.Of([0, 0]));
        Assert.Throws<ArithmeticException>(() => ShapeOfReturns.Skewness([1, 1, 1]));
        Assert.Throws<ArgumentException>(() => ShapeOfReturns.ExcessKurtosis([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => TradeStatistics.Of([]));
        Assert.Throws<ArithmeticException>(() => Beta.Ols([1, 2], [0.1, 0.1]));
        Assert.Throws<ArgumentException>(() => Beta.Ols([1, 2], [1]));
        Assert.Throws<ArithmeticException>(() => Beta.Downside([1, 2], [1, -1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Beta.Ewma([1, 2], [1, 2], 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Beta.Rolling([1, 2], [1, 2], 1));
        Assert.Throws<ArgumentException>(() => RollingWindow.Of([1], 2, r => r[0]));
        Assert.Equal([null, null], RollingWindow.Of([1, 1, 1], 2, r => SharpeRatio.Of(r, Arithmetic)));
        Assert.Null(PerformanceMetrics.Of([0.5], Geometric).Volatility);
    }

    [Fact]
    public void Huge_and_tiny_scales_keep_their_ratios()
    {
        double[] returns = [0.01, -0.02, 0.03, 0.005];
        foreach (var scale in (double[])[1e150, 1e-150])
        {
            double[] scaled = [.. returns.Select(r => r * scale)];
            Assert.Equal(SharpeRatio.Of(returns, Arithmetic), SharpeRatio.Of(scaled, Arithmetic), 1e-12);
            Assert.Equal(SortinoRatio.Of(returns, Arithmetic), SortinoRatio.Of(scaled, Arithmetic), 1e-12);
            Assert.Equal(ShapeOfReturns.Skewness(returns), ShapeOfReturns.Skewness(scaled), 1e-12);
        }
    }

    private static bool Same(double expected, double actual) => Math.Abs(expected - actual) <= 1e-7 * (1 + Math.Abs(expected));
}
