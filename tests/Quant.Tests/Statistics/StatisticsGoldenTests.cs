using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Statistics.Tests;

/// <summary>Against scipy: tests/Golden/Statistics/statistics.py; and laws that hold for any numbers.</summary>
public class StatisticsGoldenTests
{
    private static IEnumerable<string[]> Of(string kind)
    {
        var rows = Golden.Rows("Statistics/statistics.csv").Where(r => string.Equals(r[0], kind, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(Golden.Number)];

    [Fact]
    public void Rank_correlations_agree_with_scipy() => Assert.All(
        Of("spearman"), r => Assert.Equal(Golden.Number(r[1]), RankCorrelation.Of(Numbers(r[2]), Numbers(r[3]))!.Value, 1e-12));

    [Fact]
    public void Ranks_agree_with_scipy() => Assert.All(Of("ranks"), r => Assert.Equal(Numbers(r[1]), RankCorrelation.Ranks(Numbers(r[2]))));

    [Fact]
    public void Distances_from_uniform_agree_with_scipy() => Assert.All(
        Of("uniform"), r => Assert.Equal(Golden.Number(r[1]), UniformDistance.Of(Numbers(r[2])), 1e-12));

    [Fact]
    public void Any_rising_change_of_scale_leaves_a_rank_correlation_alone() => Check.One(
        Config.QuickThrowOnFailure,
        Prop.ForAll(Gen.Choose(-50, 50).ListOf(12).ToArbitrary(), Gen.Choose(-50, 50).ListOf(12).ToArbitrary(), (x, y) =>
        {
            double[] a = [.. x.Select(v => (double)v)], b = [.. y.Select(v => (double)v)], stretched = [.. x.Select(v => Math.Exp(v / 10.0))];
            return RankCorrelation.Of(a, b).Equals(RankCorrelation.Of(stretched, b));
        }));

    [Fact]
    public void An_interval_by_hand_and_its_ends()
    {
        // artanh 0.5 = 0.549306; 1.959964·√(1.125/100) = 0.207886: tanh of 0.341420 and 0.757192
        var (low, high) = RankCorrelation.Interval(0.5, 103);
        Assert.Equal((0.328745, 0.639420), (Math.Round(low, 6), Math.Round(high, 6)));
        Assert.Equal((1, 1), RankCorrelation.Interval(1, 10));
    }

    [Fact]
    public void What_does_not_vary_has_no_correlation_and_bad_input_is_refused()
    {
        Assert.Null(RankCorrelation.Of([1, 1, 1], [1, 2, 3]));
        Assert.Null(RankCorrelation.Of([], []));
        Assert.Throws<ArgumentException>(() => RankCorrelation.Of([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => RankCorrelation.Ranks([1, double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankCorrelation.Interval(1.1, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => RankCorrelation.Interval(0.1, 3));
        Assert.Throws<ArgumentException>(() => UniformDistance.Of([]));
        Assert.Throws<ArgumentException>(() => UniformDistance.Of([0.5, 1.1]));
        Assert.Throws<ArgumentException>(() => UniformDistance.Of([double.NaN]));
    }
}
