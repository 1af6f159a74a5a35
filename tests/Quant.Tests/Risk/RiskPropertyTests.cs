using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Quant.Risk.Tests;

public class RiskPropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(20_240_101, 7);

    private static readonly Arbitrary<(double[] Profits, double Low, double High, double Decay)> Histories = (
        from n in Gen.Choose(1, 60)
        from profits in Gen.Choose(-1_000, 1_000).ArrayOf(n)
        from coarse in Gen.Choose(1, 400)
        from low in Gen.Choose(1, 998)
        from high in Gen.Choose(low, 999)
        from decay in Gen.Choose(500, 1_000)
        select (profits.Select(p => (double)(p / coarse)).ToArray(), low / 1000.0, high / 1000.0, decay / 1000.0)).ToArbitrary();

    private static readonly Arbitrary<(double[] Exposures, double[,] Covariance, double Confidence)> Portfolios = (
        from n in Gen.Choose(1, 6)
        from exposures in Gen.Choose(-1_000, 1_000).ArrayOf(n)
        from factors in Gen.Choose(-100, 100).ArrayOf(n * n)
        from c in Gen.Choose(501, 999)
        select (exposures.Select(e => (double)e).ToArray(), Product(factors, n), c / 1000.0)).ToArbitrary();

    [Fact]
    public void A_shortfall_is_never_below_its_value_at_risk() => Check.One(TenThousand, Prop.ForAll(Histories, h =>
        ExpectedShortfall.Historical(h.Profits, h.Low) >= HistoricalVar.Of(h.Profits, h.Low)
        && ExpectedShortfall.Weighted(h.Profits, h.Low, h.Decay) >= WeightedHistoricalVar.Of(h.Profits, h.Low, h.Decay)
        && ExpectedShortfall.Historical(h.Profits, h.Low) <= -h.Profits.Min()));

    [Fact]
    public void Both_rise_with_the_confidence() => Check.One(TenThousand, Prop.ForAll(Histories, h =>
        HistoricalVar.Of(h.Profits, h.Low) <= HistoricalVar.Of(h.Profits, h.High)
        && WeightedHistoricalVar.Of(h.Profits, h.Low, h.Decay) <= WeightedHistoricalVar.Of(h.Profits, h.High, h.Decay)
        && ExpectedShortfall.Historical(h.Profits, h.Low) <= ExpectedShortfall.Historical(h.Profits, h.High) + 1e-9
        && ExpectedShortfall.Weighted(h.Profits, h.Low, h.Decay) <= ExpectedShortfall.Weighted(h.Profits, h.High, h.Decay) + 1e-9));

    [Fact]
    public void Both_scale_with_the_position_and_fall_by_cash_added() => Check.One(TenThousand, Prop.ForAll(Histories, h =>
    {
        double[] changed = [.. h.Profits.Select(p => (3.5 * p) + 20)];
        return Same((3.5 * HistoricalVar.Of(h.Profits, h.Low)) - 20, HistoricalVar.Of(changed, h.Low))
            && Same((3.5 * ExpectedShortfall.Historical(h.Profits, h.Low)) - 20, ExpectedShortfall.Historical(changed, h.Low))
            && Same((3.5 * WeightedHistoricalVar.Of(h.Profits, h.Low, h.Decay)) - 20, WeightedHistoricalVar.Of(changed, h.Low, h.Decay))
            && Same((3.5 * ExpectedShortfall.Weighted(h.Profits, h.Low, h.Decay)) - 20, ExpectedShortfall.Weighted(changed, h.Low, h.Decay));
    }));

    [Fact]
    public void Equal_weights_give_the_plain_shortfall() => Check.One(TenThousand, Prop.ForAll(Histories, h =>
        Same(ExpectedShortfall.Historical(h.Profits, h.Low), ExpectedShortfall.Weighted(h.Profits, h.Low, 1))));

    [Fact]
    public void Past_volatility_equal_to_todays_filters_nothing() => Check.One(TenThousand, Prop.ForAll(Histories, h =>
    {
        var filtered = FilteredHistoricalVar.Of(h.Profits, [.. h.Profits.Select(_ => 2.0)], 2, h.Low);
        return Same(HistoricalVar.Of(h.Profits, h.Low), filtered.ValueAtRisk)
            && Same(ExpectedShortfall.Historical(h.Profits, h.Low), filtered.ExpectedShortfall);
    }));

    [Fact]
    public void Parametric_shortfalls_are_above_their_values_at_risk_and_both_rise() => Check.One(TenThousand, Prop.ForAll(Histories, h =>
    {
        var nu = 2 + (10 * h.Decay);
        return ParametricExpectedShortfall.Normal(0.1, 2, h.Low, 4) >= ParametricVar.Normal(0.1, 2, h.Low, 4)
            && ParametricExpectedShortfall.StudentT(0.1, 2, nu, h.Low) >= ParametricVar.StudentT(0.1, 2, nu, h.Low)
            && ParametricExpectedShortfall.CornishFisher(0.1, 2, -0.4, 2 * h.Decay, h.Low) >= ParametricVar.CornishFisher(0.1, 2, -0.4, 2 * h.Decay, h.Low)
            && ParametricVar.StudentT(0.1, 2, nu, h.Low) <= ParametricVar.StudentT(0.1, 2, nu, h.High) + 1e-12
            && ParametricVar.CornishFisher(0.1, 2, -0.4, 2 * h.Decay, h.Low) <= ParametricVar.CornishFisher(0.1, 2, -0.4, 2 * h.Decay, h.High) + 1e-12;
    }));

    [Fact]
    public void Components_sum_to_the_total_and_the_total_is_the_parametric_one() => Check.One(TenThousand, Prop.ForAll(Portfolios, p =>
    {
        var variance = Variance(p.Exposures, p.Covariance);
        if (variance <= 1e-9) return true;
        var split = ComponentVar.Of(p.Exposures, p.Covariance, p.Confidence);
        return split.Total.Equals(split.Component.Aggregate(0.0, (sum, c) => sum + c))
            && Same(ParametricVar.Normal(0, Math.Sqrt(variance), p.Confidence), split.Total);
    }));

    [Fact]
    public void A_small_trade_changes_the_value_at_risk_by_its_margin() => Check.One(TenThousand, Prop.ForAll(Portfolios, p =>
    {
        if (Variance(p.Exposures, p.Covariance) < 1) return true;
        double[] change = [.. p.Exposures.Select((_, i) => i == 0 ? 1e-3 : 0)];
        double[] back = [.. change.Select(c => -c)];
        var slope = (IncrementalVar.Of(p.Exposures, change, p.Covariance, p.Confidence) - IncrementalVar.Of(p.Exposures, back, p.Covariance, p.Confidence)) / 2e-3;
        return Math.Abs(slope - ComponentVar.Of(p.Exposures, p.Covariance, p.Confidence).Marginal[0]) < 1e-3 * (1 + Math.Sqrt(p.Covariance[0, 0]));
    }));

    [Fact]
    public void Components_of_a_historical_shortfall_sum_to_it_even_with_ties() => Check.One(TenThousand, Prop.ForAll(Histories, h =>
    {
        double[] half = [.. h.Profits.Select(p => p / 2)], other = [.. h.Profits.Select((p, t) => (p / 2) + (t % 2))];
        var split = ComponentExpectedShortfall.Of([half, other], h.Low);
        return Same(ExpectedShortfall.Historical([.. half.Zip(other, (a, b) => a + b)], h.Low), split.Total)
            && split.Total.Equals(split.Component[0] + split.Component[1]);
    }));

    [Fact]
    public void A_model_that_fails_as_often_as_it_says_is_never_refused() => Check.One(
        TenThousand, Prop.ForAll(Gen.Choose(1, 20).ToArbitrary(), x => KupiecTest.Of(x, 20 * x, 0.95).PValue > 0.999));

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        Assert.Throws<ArgumentException>(() => HistoricalVar.Of([], 0.95));
        Assert.Throws<ArgumentException>(() => HistoricalVar.Of([double.NaN], 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => HistoricalVar.Of([1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ExpectedShortfall.Historical([1], double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => WeightedHistoricalVar.Of([1], 0.95, 0));
        Assert.Throws<ArgumentException>(() => ExpectedShortfall.Weighted([], 0.95, 1));
        Assert.Throws<ArgumentException>(() => FilteredHistoricalVar.Of([1, 2], [1], 1, 0.95));
        Assert.Throws<ArgumentException>(() => FilteredHistoricalVar.Of([1], [0], 1, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => FilteredHistoricalVar.Of([1], [1], -1, 0.95));
        Assert.Throws<ArithmeticException>(() => FilteredHistoricalVar.Of([1e200], [1e-200], 1, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => FilteredHistoricalVar.Simulated([1], [1], 1, new(-1, 0, 0), 1, 1, 1, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParametricVar.Normal(0, -1, 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => ParametricVar.StudentT(0, 1, 2, 0.95));
        Assert.Throws<ArgumentException>(() => ParametricVar.CornishFisher(0, 1, 2, 0, 0.95));
        Assert.Throws<ArgumentException>(() => ParametricExpectedShortfall.CornishFisher(0, 1, 0, 9, 0.95));
        Assert.Throws<ArithmeticException>(() => ParametricVar.Normal(0, 1e308, 0.99, 1e10));
        Assert.Throws<ArithmeticException>(() => ComponentVar.Of([0, 0], new double[,] { { 1, 0 }, { 0, 1 } }, 0.95));
        Assert.Throws<ArithmeticException>(() => ComponentVar.Of([1, -1], new double[,] { { 1, 1 }, { 1, 1 } }, 0.95));
        Assert.Throws<ArgumentException>(() => ComponentVar.Of([1, -1], new double[,] { { 1, 2 }, { 2, 1 } }, 0.95));
        Assert.Throws<ArgumentException>(() => ComponentVar.Of([1, -1], new double[,] { { 1, 0.5 }, { 0, 1 } }, 0.95));
        Assert.Throws<ArgumentException>(() => IncrementalVar.Of([1], [1, 2], new double[,] { { 1 } }, 0.95));
        Assert.Throws<ArgumentException>(() => ComponentExpectedShortfall.Of([], 0.95));
        Assert.Throws<ArgumentException>(() => ComponentExpectedShortfall.Of([[1, 2], [1]], 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => KupiecTest.Of(2, 1, 0.95));
        Assert.Throws<ArgumentException>(() => ChristoffersenTest.Independence([true]));
        Assert.Throws<ArgumentException>(() => AcerbiSzekelyTest.Statistic([1], [1], [0], 0.95));
        Assert.Throws<ArgumentOutOfRangeException>(() => OverlappingReturns.OfLog([1], 0));
        Assert.Throws<ArgumentException>(() => OverlappingReturns.OfSimple([1], 2));
        Assert.True(double.IsFinite(HistoricalVar.Of([-1.7e308, 1.7e308], 0.3)));
        Assert.Equal(-5, ExpectedShortfall.Historical([5, 5, 5], 0.9));
        Assert.Equal(5e-150, ExpectedShortfall.Historical([-5e-150], 0.99), 1e-163);
    }

    [Fact]
    public void Overlapping_returns_by_hand()
    {
        Assert.Equal([3, 5, 7], OverlappingReturns.OfLog([1, 2, 3, 4], 2));
        Assert.Equal([(1.1 * 0.5) - 1], OverlappingReturns.OfSimple([0.1, -0.5], 2));
    }

    private static bool Same(double expected, double actual) => Math.Abs(expected - actual) <= 1e-9 * (1 + Math.Abs(expected));

    private static double Variance(double[] e, double[,] covariance)
    {
        var sum = 0.0;
        for (var i = 0; i < e.Length; i++)
            for (var j = 0; j < e.Length; j++) sum += e[i] * covariance[i, j] * e[j];
        return sum;
    }

    private static double[,] Product(int[] factors, int n)
    {
        var product = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                for (var k = 0; k < n; k++) product[i, j] += factors[(i * n) + k] * factors[(j * n) + k] / 10_000.0;
        return product;
    }
}
