using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Calibration.Tests;

public class LogisticWeightsTests
{
    private static (double[] Weights, bool[] Happened, double[][] Rows) Read(string[] row) => (
        [.. row[0].Split(' ').Select(Golden.Number)],
        [.. row[1].Split(' ').Select(y => y == "1")],
        [.. row[2].Split(' ').Select(r => r.Split(':').Select(Golden.Number).ToArray())]);

    /// <summary>tests/Golden/Calibration/calibration.py.</summary>
    [Fact]
    public void Within_the_bounds_and_without_a_pull_it_is_the_logit_of_statsmodels() => Assert.All(
        Golden.Rows("Calibration/logistic.csv").Select(Read),
        c => Assert.All(c.Weights.Zip(LogisticWeights.Fit(c.Rows, c.Happened, 0, 0, 10)), w => Assert.Equal(w.First, w.Second, 1e-6)));

    [Fact]
    public void Bounds_are_kept_and_an_endless_pull_leaves_the_features_as_they_are() => Assert.All(
        Golden.Rows("Calibration/logistic.csv").Select(Read),
        c =>
        {
            var bounded = LogisticWeights.Fit(c.Rows, c.Happened, 0, 0.9, 1.1);
            Assert.All(bounded.Skip(1), w => Assert.InRange(w, 0.9, 1.1));
            Assert.All( // far from its bounds in freedom, at the nearer one when held
                bounded.Skip(1).Zip(c.Weights.Skip(1)).Where(w => Math.Abs(w.Second - 1) > 0.2),
                w => Assert.Equal(w.Second > 1 ? 1.1 : 0.9, w.First));
            Assert.All(LogisticWeights.Fit(c.Rows, c.Happened, 1e9, 0, 10).Skip(1), w => Assert.Equal(1, w, 1e-5));
        });

    [Fact]
    public void Degenerate_input_is_refused() => Assert.Multiple(
        () => Assert.Throws<ArgumentException>(() => LogisticWeights.Fit([], [], 1, 0, 2)),
        () => Assert.Throws<ArgumentException>(() => LogisticWeights.Fit([[1]], [true], 1, 0, 2)),
        () => Assert.Throws<ArgumentException>(() => LogisticWeights.Fit([[1], [1, 2]], [true, false], 1, 0, 2)),
        () => Assert.Throws<ArgumentException>(() => LogisticWeights.Fit([[1], [double.NaN]], [true, false], 1, 0, 2)),
        () => Assert.Throws<ArgumentOutOfRangeException>(() => LogisticWeights.Fit([[1], [2]], [true, false], -1, 0, 2)),
        () => Assert.Throws<ArgumentOutOfRangeException>(() => LogisticWeights.Fit([[1], [2]], [true, false], 1, 1.5, 2)),
        () => Assert.Throws<ArgumentOutOfRangeException>(() => LogisticWeights.Fit([[1], [2]], [true, false], 1, 0, 0.5)));
}
