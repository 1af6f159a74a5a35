using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Calibration.Tests;

/// <summary>Against scikit-learn 1.2 (tests/Golden/Calibration/classification.py).</summary>
public class ClassificationTests
{
    [Fact]
    public void Measures_equal_those_of_scikit_learn() => Assert.All(Golden.Rows("Calibration/classification.csv"), row =>
    {
        var p = row[6].Split(' ').Select(Golden.Number).ToArray();
        var y = row[7].Split(' ').Select(t => t == "1").ToArray();
        var counts = ConfusionCounts.Of(p, y);
        double[] ours = [RocAuc.Of(p, y), LogLoss.Of(p, y), counts.Accuracy, counts.Precision ?? 0, counts.Recall ?? 0, counts.F1 ?? 0];
        for (var i = 0; i < ours.Length; i++) Assert.Equal(Golden.Number(row[i]), ours[i], 1e-12);
    });

    [Fact]
    public void The_area_is_the_share_of_pairs_in_the_right_order() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(
        Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var scores = Enumerable.Range(0, random.Next(2, 30)).Select(_ => (double)random.Next(8)).ToArray();
            var happened = scores.Select((_, i) => i == 0 || (i > 1 && random.Next(2) == 0)).ToArray();
            var pairs = from i in Enumerable.Range(0, scores.Length) where happened[i]
                        from j in Enumerable.Range(0, scores.Length) where !happened[j]
                        select scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
            return Math.Abs(RocAuc.Of(scores, happened) - pairs.Average()) < 1e-12;
        }));

    [Fact]
    public void Degenerate_input_is_refused()
    {
        Assert.Throws<ArgumentException>(() => RocAuc.Of([], []));
        Assert.Throws<ArgumentException>(() => RocAuc.Of([1, 2], [true, true]));
        Assert.Throws<ArgumentException>(() => RocAuc.Of([1, double.NaN], [true, false]));
        Assert.Throws<ArgumentException>(() => RocAuc.Of([1], [true, false]));
        Assert.Throws<ArithmeticException>(() => LogLoss.Of([0, 1], [true, true]));
        Assert.Throws<ArgumentException>(() => LogLoss.Of([1.1], [true]));
        Assert.Equal(0, LogLoss.Of([0, 1], [false, true]));
        Assert.Throws<ArgumentException>(() => ConfusionCounts.Of([], []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ConfusionCounts.Of([0.5], [true], double.NaN));
        Assert.Null(ConfusionCounts.Of([0.1], [false]).Precision);
        Assert.Null(ConfusionCounts.Of([0.1], [false]).Recall);
        Assert.Null(ConfusionCounts.Of([0.1], [false]).F1);
    }
}
