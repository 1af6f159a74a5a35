using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Local.Simulator.Evidence;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Local.Simulator.Tests;

/// <summary>What docs/liquidity-study.md says of the models on real bonds, computed again.</summary>
public class LiquidityStudyTests(ITestOutputHelper output)
{
    private static readonly Lazy<IReadOnlyList<NextLook>> Looks = new(() => NextLook.Of(SixStudy.Read(RealData.Folder!), SampleBonds.Policy));
    private static readonly Lazy<SixReport> Six = new(() => new(Looks.Value));
    private static readonly Lazy<IReadOnlyList<LabelledBond>> Moex = new(() => MoexStudy.Read(RealData.Folder!, SampleBonds.Policy));
    private static readonly Lazy<MoexReport> MoexTables = new(() => new(Moex.Value));

    [Theory]
    [InlineData("SIX, all bonds of the held-out half")]
    [InlineData("SIX, index 2 has a value, held-out half")]
    [InlineData("SIX, halves and segments")]
    [InlineData("SIX, leads")]
    [InlineData("SIX, tried")]
    [InlineData("SIX, levels")]
    [InlineData("SIX, advice")]
    [InlineData("SIX, disagreements")]
    [InlineData("Moscow, all labelled bonds")]
    [InlineData("Moscow, with a Roll spread")]
    [InlineData("Moscow, labels")]
    public void The_report_states_the_table(string name)
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var lines = Table(name).ToList();
        foreach (var line in lines) output.WriteLine(line);

        Assert.Contains(string.Join('\n', lines), File.ReadAllText(Path.Combine(Checkout.Root, "docs", "liquidity-study.md")));
    }

    [Theory]
    [InlineData("index 1", "turnover next", 0.27)]
    [InlineData("index 2", "turnover next", 0.12)]
    [InlineData("advised fill probability", "turnover next", 0.20)]
    [InlineData("last trade's age", "turnover next", 0.34)]
    [InlineData("turnover now", "turnover next", 0.28)]
    [InlineData("spread now", "turnover next", 0.00)]
    [InlineData("amount issued", "turnover next", 0.07)]
    [InlineData("index 1", "tight next", 0.44)]
    [InlineData("index 2", "tight next", 0.73)]
    [InlineData("spread now", "tight next", 0.74)]
    public void Held_out_bonds_rank_as_reported(string signal, string target, double rho)
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);

        Assert.Equal(rho, Six.Value.Ranked[signal, target].Rho!.Value, 0.005);
    }

    [Theory]
    [InlineData("Roll spread", 0.56)]
    [InlineData("volatility", 0.57)]
    [InlineData("unchanged days", 0.29)]
    [InlineData("issue size", 0.11)]
    [InlineData("advised fill probability", -0.06)]
    public void Moscow_labels_rank_as_reported(string signal, double rho)
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);

        Assert.Equal(rho, MoexTables.Value.WithRoll[signal, "label"].Rho!.Value, 0.005);
    }

    [Fact]
    public void Without_maker_and_auction_each_path_is_advised_with_one_time()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);

        Assert.Equal(2, Looks.Value.Select(l => l.Exit).OfType<ExitRecommendation>().Select(e => (e.Path, e.ExpectedTime)).Distinct().Count());
    }

    [Fact]
    public void Closing_prices_alone_give_no_index_and_advice_that_hardly_differs()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);

        Assert.Equal(500, Moex.Value.Count);
        Assert.All(Moex.Value, b =>
        {
            Assert.Null(LiquidityIndexModel1.Compute(b.Inputs.Market!.Value, LiquidityWeights.Standard).Value);
            Assert.Null(LiquidityIndexModel2.Compute(b.Inputs.Market!.Value, b.Inputs.Reference?.Value).Value);
            Assert.Null(b.Exits.Best?.Quote);
        });
        var said = Moex.Value.Select(b => b.Exits.Best).OfType<ExitRecommendation>()
            .GroupBy(e => (e.Path, e.FillProbability)).ToDictionary(g => (g.Key.Path, Math.Round(g.Key.FillProbability!.Value.Value, 2)), g => g.Count());
        Assert.Equal(2, said.Count);
        Assert.Equal(422, said[(ExitPath.TokenizedP2p, 0.37)]);
        Assert.Equal(78, said[(ExitPath.RfqBatch, 0.03)]);
    }

    private static IEnumerable<string> Table(string name) => name switch
    {
        "SIX, all bonds of the held-out half" => Six.Value.Everything.Lines(),
        "SIX, index 2 has a value, held-out half" => Six.Value.Ranked.Lines(),
        "SIX, halves and segments" => Six.Value.Parts(),
        "SIX, leads" => Six.Value.Leads(),
        "SIX, tried" => Six.Value.Tried.Lines(),
        "SIX, levels" => Six.Value.Levels(),
        "SIX, advice" => Six.Value.Advice(),
        "SIX, disagreements" => Six.Value.Disagreements(),
        "Moscow, all labelled bonds" => MoexTables.Value.Everything.Lines(),
        "Moscow, with a Roll spread" => MoexTables.Value.WithRoll.Lines(),
        "Moscow, labels" => MoexTables.Value.Labels(),
        _ => throw new ArgumentException($"There is no table {name}.", nameof(name)),
    };
}
