using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Flows.Bonds;
using LiquidityRisk.Flows.Ports;
using LiquidityRisk.Local.Simulator.Market;
using LiquidityRisk.Local.Simulator.Replay;
using LiquidityRisk.Narrative.Bonds;
using LiquidityRisk.TestKit;
using LiquidityRisk.TestKit.Prose;
using LiquidityRisk.Units;

namespace LiquidityRisk.Local.Simulator.Tests;

/// <summary>Narratives of real and simulated bonds, written out to be read by a person and held to the rules of prose.</summary>
public class NarrativeReadingTests(ITestOutputHelper output)
{
    private static readonly FaceAmount Size = new(50_000);
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Thirty_bonds_of_the_six_list_read_well()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var inputs = new Dictionary<Isin, BondInputs>();
        foreach (var snapshot in SixBondList.Read(RealData.Folder!))
            Take(inputs, snapshot.Rows.Select((row, i) => row(Start, i)), Start);
        var told = inputs.OrderBy(b => b.Key.Value, StringComparer.Ordinal).Select(b => Translate(b.Key, b.Value, Start)).ToList();

        Assert.True(told.Count > 2_900);
        Assert.All(told, HoldsToTheRules);
        foreach (var t in told.Where((_, i) => i % (told.Count / 30) == 7).Take(30)) Print(t);
    }

    [Fact]
    public void Ten_bonds_of_the_simulated_market_read_well()
    {
        var market = new SimulatedMarket(7, 60, Start);
        var inputs = new Dictionary<Isin, BondInputs>();
        var now = Start.AddMinutes(10);
        Take(inputs, market.Open(Start), now);
        for (var i = 0; i < 6_000; i++) Take(inputs, [market.Next(Start.AddSeconds(i / 10.0))], now);
        var told = inputs.OrderBy(b => b.Key.Value, StringComparer.Ordinal).Select(b => Translate(b.Key, b.Value, now)).ToList();

        Assert.All(told, HoldsToTheRules);
        foreach (var t in told.Where((_, i) => i % 6 == i / 10)) Print(t);
        output.WriteLine(ProfessionalSummary.Of(told[1]));
    }

    private static void Take(Dictionary<Isin, BondInputs> inputs, IEnumerable<OutgoingEvent> events, DateTimeOffset now)
    {
        var reader = new MarketEventReader(MarketEventRules.Standard);
        foreach (var e in events.Select(e => reader.Read(e.Body, now).Event).OfType<BondEvent>())
            inputs[e.Isin] = inputs.GetValueOrDefault(e.Isin, BondInputs.None).With(e);
    }

    private static BondTranslation Translate(Isin isin, BondInputs inputs, DateTimeOffset now)
    {
        var translation = BondTranslator.Translate(isin, inputs, now, LiquidityWeights.Standard);
        var index = translation.Liquidity?.Index;
        return translation with
        {
            Risk = RiskScorer.Score(inputs, index, now),
            Exits = ExitRecommender.Recommend(inputs, index, Size, SampleBonds.Policy, now),
        };
    }

    private static void HoldsToTheRules(BondTranslation t)
    {
        var (english, hindi) = (RetailNarrative.Of(t), RetailNarrative.Of(t, NarrativeLanguage.Hindi));
        Assert.True(ReadingGrade.Of(english) <= 9, english);
        Assert.All((string[])[english, hindi], text =>
        {
            Assert.InRange(text.Split(' ').Length, 10, RetailNarrative.MaxWords);
            Assert.Empty(FigureTrace.Untraced(text, t));
            Assert.Empty(Promises.In(text));
        });
    }

    private void Print(BondTranslation t)
    {
        var m = t.Liquidity?.Market;
        output.WriteLine(FormattableString.Invariant(
            $"## {t.Isin} {t.Reference?.Issuer} {t.Reference?.Rating} {t.Reference?.CouponPercent}% {t.Reference?.Maturity:yyyy-MM-dd} | {m?.Bid?.PercentOfFace}/{m?.Ask?.PercentOfFace} depth {m?.DepthFace?.Value} volume {m?.VolumeFace?.Value} since {m?.TimeSinceLastTrade}"));
        foreach (var e in t.Exits!.Paths)
            output.WriteLine(FormattableString.Invariant($"   {e.Path} p={e.FillProbability?.Value:0.00} t={e.ExpectedTime} {e.Quote?.Price.PercentOfFace} U={e.Utility:0.00} {string.Join(' ', e.Violations.Select(v => v.Kind))} | {ExitRationale.Of(e)}"));
        output.WriteLine(RetailNarrative.Of(t));
        output.WriteLine(RetailNarrative.Of(t, NarrativeLanguage.Hindi) + "\n");
    }
}
