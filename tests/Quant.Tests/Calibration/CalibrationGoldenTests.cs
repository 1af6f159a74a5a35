using System.Globalization;
using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Calibration.Tests;

/// <summary>Against scikit-learn and statsmodels: tests/Golden/Calibration/calibration.py.</summary>
public class CalibrationGoldenTests
{
    private static readonly IReadOnlyList<string[]> Rows = Golden.Rows("Calibration/calibration.csv");

    private static IEnumerable<string[]> Of(string kind)
    {
        var rows = Rows.Where(r => string.Equals(r[0], kind, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(Golden.Number)];

    private static bool[] Outcomes(string text) => [.. Numbers(text).Select(n => n > 0.5)];

    [Fact]
    public void Brier_scores_agree_with_scikit_learn() => Assert.All(
        Of("brier"), r => Near(Golden.Number(r[1]), BrierScore.Of(Numbers(r[2]), Outcomes(r[3]))));

    [Fact]
    public void Skill_against_the_base_rate_agrees_with_scikit_learn() => Assert.All(Of("skill"), r =>
    {
        var happened = Outcomes(r[3]);
        var baseRate = (double)happened.Count(h => h) / happened.Length;
        Near(Golden.Number(r[1]), BrierSkill.Of(BrierScore.Of(Numbers(r[2]), happened), BrierSkill.OfBaseRate(baseRate))!.Value);
    });

    [Fact]
    public void Reliability_bins_and_their_intervals_agree_with_numpy_and_statsmodels() => Assert.All(Of("reliability"), r =>
    {
        var expected = r[1].Split(' ').Select(bin => bin.Split(':').Select(Golden.Number).ToArray()).ToList();
        var table = ReliabilityTable.Of(Numbers(r[2]), Outcomes(r[3]));
        Assert.Equal(expected.Count, table.Count);
        Assert.All(expected.Zip(table), pair =>
        {
            var (e, bin) = pair;
            Near(e[0] / 10, bin.From);
            Assert.Equal((int)e[1], bin.Count);
            Near(e[2], bin.MeanPredicted);
            Near(e[3], bin.Observed);
            Near(e[4], bin.Low);
            Near(e[5], bin.High);
        });
    });

    [Fact]
    public void Wilson_intervals_agree_with_statsmodels() => Assert.All(Of("wilson"), r =>
    {
        var (expected, input) = (Numbers(r[1]), r[2].Split(' '));
        var (low, high) = WilsonInterval.Of(
            int.Parse(input[0], CultureInfo.InvariantCulture), int.Parse(input[1], CultureInfo.InvariantCulture), Golden.Number(input[2]));
        Near(expected[0], low);
        Near(expected[1], high);
    });

    [Fact]
    public void Calibration_lines_agree_with_the_logit_of_statsmodels() => Assert.All(Of("platt"), r =>
    {
        var expected = Numbers(r[1]);
        var (intercept, slope) = PlattScaling.Fit(Numbers(r[2]), Outcomes(r[3]));
        Near(expected[0], intercept, 1e-7);
        Near(expected[1], slope, 1e-7);
    });

    [Fact]
    public void Percentage_errors_agree_with_scikit_learn() => Assert.All(
        Of("mape"), r => Near(Golden.Number(r[1]), MeanAbsolutePercentageError.Of(Numbers(r[2]), Numbers(r[3]))));

    [Fact]
    public void Coverage_agrees_with_numpy() => Assert.All(Of("coverage"), r =>
    {
        var low = Numbers(r[3]);
        Near(Golden.Number(r[1]), IntervalCoverage.Of(Numbers(r[2]), low, Numbers(r[4])));
    });

    [Fact]
    public void Survival_curves_agree_with_statsmodels()
    {
        var rows = Golden.Rows("Calibration/survival.csv");
        Assert.Equal(4, rows.Count);
        Assert.All(rows, r =>
        {
            var expected = r[4].Split(' ').Select(point => point.Split(':').Select(Golden.Number).ToArray()).ToList();
            var curve = KaplanMeier.Curve(Numbers(r[1]), Outcomes(r[2]));
            Assert.Equal(expected.Count, curve.Count);
            Assert.All(expected.Zip(curve), pair =>
            {
                var (e, point) = pair;
                Near(e[0], point.Time);
                Assert.Equal(((int)e[1], (int)e[2]), (point.AtRisk, point.Ended));
                Near(e[3], point.Survival);
                Near(double.IsNaN(e[4]) ? 0 : e[4], point.StandardError); // statsmodels divides by zero where nobody is left
            });
            Assert.Equal(r[3].Length == 0 ? null : Golden.Number(r[3]), KaplanMeier.Median(curve));
        });
    }

    private static void Near(double expected, double actual, double tolerance = 1e-10) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), $"expected {expected:R}, got {actual:R}");
}
