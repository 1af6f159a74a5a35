using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.FirstPassage.Tests;

public class FirstPassageTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static readonly Arbitrary<(double Ratio, double Volatility, double Drift, double Years)> Cases = (
        from ratio in Gen.Choose(1, 3_000)
        from volatility in Gen.Choose(1, 300)
        from drift in Gen.Choose(-200, 200)
        from days in Gen.Choose(1, 3_650)
        select (1 + (ratio / 1000.0), volatility / 100.0, drift / 100.0, days / 365.0)).ToArbitrary();

    [Fact]
    public void Probabilities_and_quantiles_equal_scipys_laws()
    {
        var rows = Golden.Rows("FirstPassage/passage.csv");
        Assert.Equal(180, rows.Count);
        foreach (var row in rows)
        {
            var n = row.Take(6).Select(Golden.Number).ToArray();
            Equal(n[4], BarrierHit.Probability(n[0], n[1], n[3], n[2]), 1e-9, row);
            Equal(n[5], BarrierHit.Ever(n[0], n[1], n[2]), 1e-12, row);
            foreach (var (text, p) in new[] { (row[6], 0.05), (row[7], 0.5) })
            {
                var found = PassageTime.Quantile(n[0], n[1], p, n[2]);
                if (text.Length == 0) Assert.Null(found);
                else Equal(Golden.Number(text), found!.Value, 1e-8, row);
            }
        }
    }

    [Fact]
    public void Simulated_paths_agree_within_four_standard_errors() => Assert.All(Golden.Rows("FirstPassage/montecarlo.csv"), row =>
    {
        var n = row.Select(Golden.Number).ToArray();
        Assert.InRange(Math.Abs(BarrierHit.Probability(n[0], n[1], n[3], n[2]) - n[4]), 0, 4 * n[5]);
    });

    [Fact]
    public void Without_drift_it_is_twice_the_chance_of_ending_below() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
    {
        var twice = MathNet.Numerics.SpecialFunctions.Erfc(Math.Log(c.Ratio) / (c.Volatility * Math.Sqrt(2 * c.Years)));
        return Math.Abs(BarrierHit.Probability(c.Ratio, c.Volatility, c.Years) - twice) <= 1e-12 * twice + 1e-300;
    }));

    [Fact]
    public void The_formula_as_printed_gives_the_same_where_it_does_not_overflow() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
    {
        var (a, s) = (Math.Log(c.Ratio), c.Volatility * Math.Sqrt(c.Years));
        var power = -2 * c.Drift * a / (c.Volatility * c.Volatility);
        if (power > 300) return true;
        double Phi(double z) => 0.5 * MathNet.Numerics.SpecialFunctions.Erfc(-z / Math.Sqrt(2));
        var printed = Phi((-a - (c.Drift * c.Years)) / s) + (Math.Exp(power) * Phi((-a + (c.Drift * c.Years)) / s));
        return Math.Abs(BarrierHit.Probability(c.Ratio, c.Volatility, c.Years, c.Drift) - printed) <= 1e-11;
    }));

    [Fact]
    public void More_time_less_distance_and_a_falling_price_make_it_likelier() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
    {
        var p = BarrierHit.Probability(c.Ratio, c.Volatility, c.Years, c.Drift);
        return p is >= 0 and <= 1
            && BarrierHit.Probability(c.Ratio, c.Volatility, c.Years * 1.1, c.Drift) >= p - 1e-14
            && BarrierHit.Probability(1 + ((c.Ratio - 1) * 0.9), c.Volatility, c.Years, c.Drift) >= p - 1e-14
            && BarrierHit.Probability(c.Ratio, c.Volatility, c.Years, c.Drift - 0.1) >= p - 1e-14
            && p <= BarrierHit.Ever(c.Ratio, c.Volatility, c.Drift) + 1e-14;
    }));

    [Fact]
    public void A_quantile_is_reached_with_its_probability_or_never() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
        new[] { 0.05, 0.5, 0.99 }.All(p => PassageTime.Quantile(c.Ratio, c.Volatility, p, c.Drift) is { } years
            ? Math.Abs(BarrierHit.Probability(c.Ratio, c.Volatility, years, c.Drift) - p) < 1e-10
            : BarrierHit.Ever(c.Ratio, c.Volatility, c.Drift) <= p)));

    [Fact]
    public void Still_markets_and_reached_barriers_have_certain_answers()
    {
        Assert.Equal(1, BarrierHit.Probability(1, 0.5, 1));
        Assert.Equal(1, BarrierHit.Probability(0.9, 0.5, 0));
        Assert.Equal(0, BarrierHit.Probability(1.1, 0.5, 0));
        Assert.Equal(0, BarrierHit.Probability(1.1, 0, 100));
        Assert.Equal(1, BarrierHit.Probability(1.1, 0, 1, -0.2));
        Assert.Equal(0, BarrierHit.Probability(1.1, 0, 1, -0.05));
        Assert.Equal(0, PassageTime.Quantile(1, 0.5, 0.05));
        Assert.Equal(Math.Log(1.1) / 0.2, PassageTime.Quantile(1.1, 0, 0.05, -0.2));
        Assert.Null(PassageTime.Quantile(1.1, 0, 0.5));
        Assert.Null(PassageTime.Quantile(2, 0.1, 0.5, 0.5));
        Assert.Equal(0, BarrierHit.Ever(1.1, 0, 0.1));
        // The exponent alone would overflow; mpmath 1.2 with 50 digits.
        Assert.Equal(1, BarrierHit.Probability(1.5, 0.001, 1, -0.4) / 2.3293135069862287e-8, 10);
        Assert.Equal(1, BarrierHit.Probability(1.5, 0.001, 1, -0.5), 12);
    }

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        foreach (var bad in new[] { double.NaN, double.PositiveInfinity, -1 })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => BarrierHit.Probability(bad, 0.5, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => BarrierHit.Probability(1.5, bad, 1));
            Assert.Throws<ArgumentOutOfRangeException>(() => BarrierHit.Probability(1.5, 0.5, bad));
            Assert.Throws<ArgumentOutOfRangeException>(() => PassageTime.Quantile(1.5, 0.5, bad));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => BarrierHit.Ever(1.5, 0.5, double.NaN));
        Assert.Throws<ArgumentOutOfRangeException>(() => PassageTime.Quantile(1.5, 0.5, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PassageTime.Quantile(1.5, 0.5, 1));
        foreach (var extreme in new[] { 1e150, 1e-150 })
        {
            Assert.InRange(BarrierHit.Probability(1.5, extreme, 1), 0, 1);
            Assert.InRange(BarrierHit.Probability(1.5, 0.5, extreme, 0.1), 0, 1);
            Assert.InRange(BarrierHit.Probability(1 + extreme, 0.5, 1, -1), 0, 1);
            Assert.InRange(BarrierHit.Probability(1.5, 0.5, 1, extreme), 0, 1);
            Assert.InRange(BarrierHit.Probability(1.5, 0.5, 1, -extreme), 0, 1);
            Assert.True(double.IsFinite(PassageTime.Quantile(1.5, 0.5, 0.5, -extreme)!.Value));
            Assert.True(double.IsFinite(PassageTime.Quantile(1.5, extreme, 0.5, -1)!.Value));
        }
    }

    private static void Equal(double expected, double actual, double tolerance, string[] row) => Assert.True(
        Math.Abs(actual - expected) <= (tolerance * Math.Abs(expected)) + 1e-15, $"{string.Join(',', row)}: {actual:R} instead of {expected:R}");
}
