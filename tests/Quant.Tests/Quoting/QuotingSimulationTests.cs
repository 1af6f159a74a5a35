using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Quoting.Tests;

/// <summary>The experiment of 2008 against the published tables and against 200,000 paths of numpy.</summary>
public class QuotingSimulationTests
{
    private const int PublishedPaths = 1_000;

    public static TheoryData<string> Published =>
        [.. Golden.Rows("Quoting/avellaneda_stoikov_tables.csv").Where(r => r[0] == "journal").Select(r => string.Join(',', r))];

    public static TheoryData<string> Simulated => [.. Golden.Rows("Quoting/simulation.csv").Select(r => string.Join(',', r))];

    [Theory]
    [MemberData(nameof(Published))]
    public void A_thousand_paths_reproduce_the_published_tables(string row)
    {
        var r = row.Split(',');
        var found = Run(r[1], r[2], FillProbability.Linear, PublishedPaths);
        var (profit, profitDeviation, q, qDeviation) = (Golden.Number(r[4]), Golden.Number(r[5]), Golden.Number(r[6]), Golden.Number(r[7]));

        // Both sides are means of 1,000: three standard errors of the difference, and half of the last printed digit.
        var error = 3 * Math.Sqrt(2.0 / PublishedPaths);
        Assert.Equal(Golden.Number(r[3]), found.MeanSpread, 0.015);
        Assert.Equal(profit, found.MeanProfit, (error * found.ProfitDeviation) + 0.05);
        Assert.Equal(profitDeviation, found.ProfitDeviation, (error * found.ProfitDeviation / Math.Sqrt(2)) + 0.05);
        Assert.Equal(q, found.MeanInventory, (error * found.InventoryDeviation) + 0.005);
        Assert.Equal(qDeviation, found.InventoryDeviation, (error * found.InventoryDeviation / Math.Sqrt(2)) + 0.05);
    }

    [Theory]
    [MemberData(nameof(Simulated))]
    public void Many_paths_agree_with_numpy(string row)
    {
        const int paths = 10_000;
        var r = row.Split(',');
        var found = Run(r[0], r[1], Enum.Parse<FillProbability>(r[2]), paths);

        var error = 4 / Math.Sqrt(paths);
        Assert.Equal(Golden.Number(r[3]), found.MeanSpread, 1e-12);
        Assert.Equal(Golden.Number(r[4]), found.MeanProfit, error * found.ProfitDeviation);
        Assert.Equal(Golden.Number(r[5]), found.ProfitDeviation, error * found.ProfitDeviation);
        Assert.Equal(Golden.Number(r[6]), found.MeanInventory, error * found.InventoryDeviation);
        Assert.Equal(Golden.Number(r[7]), found.InventoryDeviation, error * found.InventoryDeviation);
        Assert.Equal(Golden.Number(r[8]), found.MeanFills, error * 10);
    }

    [Fact]
    public void The_same_seed_gives_the_same_result_and_another_does_not()
    {
        Assert.Equal(Run("0.1", "Inventory", FillProbability.Linear, 50), Run("0.1", "Inventory", FillProbability.Linear, 50));
        Assert.NotEqual(Run("0.1", "Inventory", FillProbability.Linear, 50), Run("0.1", "Inventory", FillProbability.Linear, 50, 2));
    }

    [Fact]
    public void A_run_can_be_cancelled_and_says_how_far_it_is()
    {
        var shares = new List<double>();
        using var source = new CancellationTokenSource();
        var progress = new Told(share =>
        {
            shares.Add(share);
            if (share >= 0.5) source.Cancel();
        });

        Assert.Throws<OperationCanceledException>(() => QuotingSimulation.Run(Settings(0.1, 400), QuotingStrategy.Inventory, 1, progress, source.Token));
        Assert.Equal([0.25, 0.5], shares);
    }

    [Fact]
    public void Settings_out_of_range_are_refused()
    {
        var good = Settings(0.1, 10);
        foreach (var bad in (QuotingSimulationSettings[])[good with { Paths = 1 }, good with { Steps = 0 }, good with { Mid = double.NaN }, good with { Horizon = default }])
            Assert.Throws<ArgumentOutOfRangeException>(() => QuotingSimulation.Run(bad, QuotingStrategy.Inventory, 1));
        Assert.Throws<ArithmeticException>(() => QuotingSimulation.Run(good with { Aversion = new(1e300), Volatility = new(1e10) }, QuotingStrategy.Inventory, 1));
    }

    private static QuotingSimulationResult Run(string gamma, string strategy, FillProbability fills, int paths, int seed = 20080401) =>
        QuotingSimulation.Run(Settings(Golden.Number(gamma), paths) with { Fills = fills }, Enum.Parse<QuotingStrategy>(strategy), seed);

    private static QuotingSimulationSettings Settings(double gamma, int paths) =>
        new(100, new(1), 200, new(2), new(gamma), new(1.5), new(140), paths);

    private sealed class Told(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
