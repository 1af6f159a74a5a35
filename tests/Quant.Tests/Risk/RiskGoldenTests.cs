using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Risk.Tests;

/// <summary>Against numpy and scipy: tests/Golden/Risk/risk.py.</summary>
public class RiskGoldenTests
{
    private const double Tight = 1e-11;

    [Fact]
    public void Historical_values_at_risk_and_shortfalls_agree_with_numpy() => Each("historical", r =>
    {
        Close(r.Expected[0], HistoricalVar.Of(r.First, r.Arguments[0]));
        Close(r.Expected[1], ExpectedShortfall.Historical(r.First, r.Arguments[0]));
    });

    [Fact]
    public void Age_weighted_values_at_risk_and_shortfalls_agree_with_numpy() => Each("weighted", r =>
    {
        Close(r.Expected[0], WeightedHistoricalVar.Of(r.First, r.Arguments[0], r.Arguments[1]));
        Close(r.Expected[1], ExpectedShortfall.Weighted(r.First, r.Arguments[0], r.Arguments[1]));
    });

    [Fact]
    public void Filtered_values_at_risk_and_shortfalls_agree_with_numpy() => Each("filtered", r =>
        Close(r.Expected, FilteredHistoricalVar.Of(r.First, r.Second, r.Arguments[1], r.Arguments[0], r.Arguments[2])));

    [Fact]
    public void Normal_values_at_risk_and_shortfalls_agree_with_scipy() => Each("normal", r =>
    {
        var a = r.Arguments;
        Close(r.Expected, new(ParametricVar.Normal(a[0], a[1], a[2], a[3]), ParametricExpectedShortfall.Normal(a[0], a[1], a[2], a[3])));
    });

    [Fact]
    public void Student_values_at_risk_and_shortfalls_agree_with_scipy_and_its_quadrature() => Each("student", r =>
    {
        var a = r.Arguments;
        Close(r.Expected, new(
            ParametricVar.StudentT(a[0], a[1], a[2], a[3], a[4]), ParametricExpectedShortfall.StudentT(a[0], a[1], a[2], a[3], a[4])));
    });

    [Fact]
    public void Cornish_fisher_values_at_risk_and_shortfalls_agree_with_quadrature() => Each("cornish", r =>
    {
        var a = r.Arguments;
        Close(r.Expected, new(
            ParametricVar.CornishFisher(a[0], a[1], a[2], a[3], a[4], a[5]),
            ParametricExpectedShortfall.CornishFisher(a[0], a[1], a[2], a[3], a[4], a[5])));
    });

    [Fact]
    public void Contributions_agree_with_numpy() => Each("component", r =>
    {
        var (n, covariance) = (r.First.Length, Square(r.Second));
        var split = ComponentVar.Of(r.First, covariance, r.Arguments[0], r.Third);
        Close(r.Expected[0], split.Total);
        for (var i = 0; i < n; i++)
        {
            Close(r.Expected[1 + i], split.Marginal[i]);
            Close(r.Expected[1 + n + i], split.Component[i]);
            Close(r.Expected[1 + (2 * n) + i], IncrementalVar.OfPositions(r.First, covariance, r.Arguments[0], r.Third)[i]);
        }
    });

    [Fact]
    public void Contributions_to_a_historical_shortfall_agree_with_numpy() => Each("component-es", r =>
    {
        var split = ComponentExpectedShortfall.Of([r.First, r.Second, r.Third], r.Arguments[0]);
        Close(r.Expected[0], split.Total);
        for (var i = 0; i < 3; i++) Close(r.Expected[1 + i], split.Component[i]);
    });

    [Fact]
    public void Kupiec_tests_agree_with_scipy() => Each("kupiec", r =>
    {
        var test = KupiecTest.Of((int)r.Arguments[0], (int)r.Arguments[1], r.Arguments[2]);
        Assert.Equal(r.Expected[0], test.Statistic, 1e-10);
        Assert.Equal(r.Expected[1], test.PValue, 2e-7); // at x/n = p both statistics are rounding, and the p-value its square root
    });

    [Fact]
    public void Christoffersen_tests_agree_with_scipy() => Each("christoffersen", r =>
    {
        bool[] hits = [.. r.First.Select(h => h > 0)];
        var (independence, coverage) = (ChristoffersenTest.Independence(hits), ChristoffersenTest.ConditionalCoverage(hits, r.Arguments[0]));
        double[] found = [independence.Statistic, independence.PValue, coverage.Statistic, coverage.PValue];
        for (var i = 0; i < found.Length; i++) Assert.Equal(r.Expected[i], found[i], 1e-11); // differences of likelihoods near 100
    });

    [Fact]
    public void Traffic_lights_agree_with_scipy_and_the_table_of_the_committee() => Each("basel", r =>
    {
        var (x, n, c) = ((int)r.Arguments[0], (int)r.Arguments[1], r.Arguments[2]);
        var verdict = BaselTrafficLight.Of(x, n, c);
        Close(r.Expected[0], verdict.CumulativeProbability);
        if (n != 250)
        {
            Assert.Null(verdict.PlusFactor);
            return;
        }

        Assert.Equal(x <= 4 ? TrafficLight.Green : x <= 9 ? TrafficLight.Amber : TrafficLight.Red, verdict.Light);
        double[] table = [0, 0, 0, 0, 0, 0.40, 0.50, 0.65, 0.75, 0.85, 1, 1, 1];
        Assert.Equal(table[x], verdict.PlusFactor);
    });

    [Fact]
    public void Shortfall_backtests_agree_with_numpy() => Each("acerbi", r =>
        Close(r.Expected[0], AcerbiSzekelyTest.Statistic(r.First, r.Second, r.Third, r.Arguments[0])));

    [Fact]
    public void Shortfall_p_values_agree_with_another_simulation() => Each("acerbi-p", r =>
    {
        const int samples = 20_000;
        var a = r.Arguments;
        var expected = r.Expected[0];
        var found = AcerbiSzekelyTest.PValue(a[0], (int)a[1], a[2], a[3], samples, 7);
        Assert.Equal(expected, found, 4 * Math.Sqrt(expected * (1 - expected) * (1.0 / samples + 1e-5)));
    });

    private static void Close(double expected, double actual) => Assert.Equal(expected, actual, Tight * Math.Max(1e-3, Math.Abs(expected)));

    private static void Close(double[] expected, TailLoss actual)
    {
        Close(expected[0], actual.ValueAtRisk);
        Close(expected[1], actual.ExpectedShortfall);
    }

    private static double[,] Square(double[] numbers)
    {
        var n = (int)Math.Sqrt(numbers.Length);
        var square = new double[n, n];
        for (var i = 0; i < numbers.Length; i++) square[i / n, i % n] = numbers[i];
        return square;
    }

    private static void Each(string kind, Action<Row> check)
    {
        var rows = Golden.Rows("Risk/risk.csv").Where(r => string.Equals(r[0], kind, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r => check(new(Numbers(r, 1), Numbers(r, 2), Numbers(r, 3), Numbers(r, 4), Numbers(r, 5))));
    }

    private static double[] Numbers(string[] row, int i) => row.Length > i ? [.. row[i].Split(' ').Select(Number)] : [];

    private static double Number(string text) => text is "inf" ? double.PositiveInfinity : Golden.Number(text);

    private sealed record Row(double[] Expected, double[] Arguments, double[] First, double[] Second, double[] Third);
}
