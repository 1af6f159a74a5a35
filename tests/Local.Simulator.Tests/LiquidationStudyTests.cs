using LiquidityRisk.Domain.Wallets.Model;
using LiquidityRisk.Local.Simulator.Evidence;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Local.Simulator.Tests;

/// <summary>What docs/liquidation-model.md says of the model on real accounts and prices, computed again.</summary>
public class LiquidationStudyTests(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<LabelledSample>> Samples = new(() => LiquidationStudy.Read(RealData.Folder!));
    private static readonly Lazy<LiquidationReport> Report = new(() => new(Samples.Value));

    [Theory]
    [InlineData("parts")]
    [InlineData("scores")]
    [InlineData("importance")]
    public void The_page_states_the_table(string name)
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var lines = (name switch { "parts" => Report.Value.Parts(), "scores" => Report.Value.Table(), _ => Report.Value.Importance() }).ToList();
        foreach (var line in lines) output.WriteLine(line);

        Assert.Contains(string.Join('\n', lines), File.ReadAllText(Path.Combine(Checkout.Root, "docs", "liquidation-model.md")));
    }

    [Fact]
    public void No_sample_is_below_one_and_what_happens_in_a_day_happens_in_a_week()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);

        Assert.All(Samples.Value, s => Assert.True(s.Features[LiquidationFeatures.HealthFactor] >= 1 && (s.Within7Days || !s.Within24Hours)));
        Assert.True(Samples.Value.Count > 10_000);
    }
}
