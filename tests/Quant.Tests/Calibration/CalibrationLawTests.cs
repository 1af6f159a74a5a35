using FsCheck;
using FsCheck.Fluent;

namespace LiquidityRisk.Quant.Calibration.Tests;

public class CalibrationLawTests
{
    private static readonly Config Often = Config.QuickThrowOnFailure.WithMaxTest(5_000);

    private static readonly Arbitrary<List<(double P, bool Y)>> Cases = (
        from p in Gen.Choose(0, 1_000)
        from y in Gen.Choose(0, 1)
        select (p / 1_000.0, y == 1)).NonEmptyListOf().Select(l => l.ToList()).ToArbitrary();

    private static double[] P(List<(double P, bool Y)> cases) => [.. cases.Select(c => c.P)];

    private static bool[] Y(List<(double P, bool Y)> cases) => [.. cases.Select(c => c.Y)];

    [Fact]
    public void A_perfect_forecast_scores_zero_a_perfectly_wrong_one_one_and_the_base_rate_its_variance() =>
        Check.One(Often, Prop.ForAll(Cases, cases =>
        {
            var y = Y(cases);
            var rate = (double)y.Count(h => h) / y.Length;
            return BrierScore.Of([.. y.Select(h => h ? 1.0 : 0)], y) is 0
                && BrierScore.Of([.. y.Select(h => h ? 0.0 : 1)], y) is 1
                && Math.Abs(BrierScore.Of([.. y.Select(_ => rate)], y) - BrierSkill.OfBaseRate(rate)) < 1e-12;
        }));

    [Fact]
    public void Bins_hold_every_case_once_and_their_intervals_hold_their_shares() => Check.One(Often, Prop.ForAll(Cases, cases =>
    {
        var table = ReliabilityTable.Of(P(cases), Y(cases));
        return table.Sum(b => b.Count) == cases.Count
            && table.All(b => b.Low <= b.Observed && b.Observed <= b.High && b.From <= b.MeanPredicted + 1e-12 && b.MeanPredicted <= b.To + 1e-12)
            && ReliabilityTable.ExpectedError(table) is >= 0 and <= 1;
    }));

    [Fact]
    public void Calibrated_probabilities_keep_their_order_and_meet_the_base_rate() => Check.One(Often, Prop.ForAll(Cases, cases =>
    {
        var (p, y) = (P(cases), Y(cases));
        if (!y.Contains(true) || !y.Contains(false)) return true;
        var (a, b) = PlattScaling.Fit(p, y);
        if (Math.Abs(a) + b > 20) return true; // cases that a threshold separates have no finite best line
        var mapped = p.Select(x => PlattScaling.Apply(x, a, b)).ToArray();
        return b >= PlattScaling.MinSlope - 1e-12
            && p.Zip(mapped).OrderBy(t => t.First).Select(t => t.Second).ToArray() is var ordered && ordered.SequenceEqual(ordered.Order())
            && Math.Abs(mapped.Average() - (double)y.Count(h => h) / y.Length) < 1e-4;
    }));

    [Fact]
    public void Without_anything_cut_short_survival_is_the_share_of_longer_waits() => Check.One(Often, Prop.ForAll(Cases, cases =>
    {
        var times = P(cases);
        var curve = KaplanMeier.Curve(times, [.. times.Select(_ => true)]);
        return curve.All(point => Math.Abs(point.Survival - ((double)times.Count(t => t > point.Time) / times.Length)) < 1e-9);
    }));

    [Fact]
    public void A_survival_curve_never_rises_and_its_interval_holds_it() => Check.One(Often, Prop.ForAll(Cases, cases =>
    {
        var curve = KaplanMeier.Curve(P(cases), Y(cases));
        return curve.Zip(curve.Skip(1)).All(s => s.First.Survival >= s.Second.Survival && s.First.Time < s.Second.Time)
            && curve.All(s => s.Low <= s.Survival && s.Survival <= s.High);
    }));

    [Fact]
    public void Degenerate_input_is_refused() => Assert.Multiple(
        () => Assert.Throws<ArgumentException>(() => BrierScore.Of([], [])),
        () => Assert.Throws<ArgumentException>(() => BrierScore.Of([0.5], [true, false])),
        () => Assert.Throws<ArgumentException>(() => BrierScore.Of([double.NaN], [true])),
        () => Assert.Throws<ArgumentException>(() => BrierScore.Of([1.1], [true])),
        () => Assert.Null(BrierSkill.Of(0.2, 0)),
        () => Assert.Throws<ArgumentOutOfRangeException>(() => BrierSkill.Of(double.NaN, 0.2)),
        () => Assert.Throws<ArgumentOutOfRangeException>(() => BrierSkill.OfBaseRate(-0.1)),
        () => Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(0, 0, 0.95)),
        () => Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(2, 1, 0.95)),
        () => Assert.Throws<ArgumentOutOfRangeException>(() => ReliabilityTable.Of([0.5], [true], 0)),
        () => Assert.Throws<ArgumentException>(() => ReliabilityTable.ExpectedError([])),
        () => Assert.Throws<ArgumentException>(() => MeanAbsolutePercentageError.Of([], [])),
        () => Assert.Throws<ArgumentException>(() => MeanAbsolutePercentageError.Of([0], [1])),
        () => Assert.Throws<ArgumentException>(() => MeanAbsolutePercentageError.Of([1], [double.NaN])),
        () => Assert.Throws<ArgumentException>(() => IntervalCoverage.Of([], [], [])),
        () => Assert.Throws<ArgumentException>(() => IntervalCoverage.Of([1], [2], [1])),
        () => Assert.Throws<ArgumentException>(() => KaplanMeier.Curve([], [])),
        () => Assert.Throws<ArgumentException>(() => KaplanMeier.Curve([-1], [true])),
        () => Assert.Throws<ArgumentOutOfRangeException>(() => KaplanMeier.Curve([1], [true], 1)),
        () => Assert.Throws<ArgumentException>(() => PlattScaling.Fit([0.5, 0.6], [true, true])),
        () => Assert.Empty(KaplanMeier.Curve([1, 2], [false, false])),
        () => Assert.Null(KaplanMeier.Median(KaplanMeier.Curve([1, 2, 3], [true, false, false]))));
}
