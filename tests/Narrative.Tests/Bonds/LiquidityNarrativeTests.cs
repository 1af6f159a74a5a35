using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.TestKit;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds.Tests;

public class LiquidityNarrativeTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);
    private static readonly string[] Promises = ["safe", "guaranteed", "certain", "risk-free", "no risk", "always find"];

    private static string Tell(Microstructure market, TimeSpan age = default)
    {
        var isin = Isin.Parse("US0378331005");
        var e = new BondEvent(isin, "test", new EventStamp(Now - age, 0), Now, market);
        return LiquidityNarrative.Retail(BondTranslator.Translate(isin, BondInputs.None.With(e), Now, LiquidityWeights.Standard));
    }

    public static TheoryData<decimal?, decimal?, decimal?, double?> Situations { get; } = new()
    {
        { 100.50m, 100.75m, 10_000_000, 300 },
        { 97.1m, 103.4m, 20_000, 86_400 * 12 },
        { null, 100m, 0, 86_400 * 400 },
        { 88m, null, null, null },
        { null, null, 0, 86_400.0 * 90 },
        { 100m, 100m, 1_000_000, 30 },
    };

    [Fact]
    public void The_founding_example_reads_as_prose() => Assert.Equal(
        "This bond is very easy to sell: it scores 85 out of 100 for ease of sale. Buyers pay 100.50 and sellers ask 100.75 for "
        + "each 100 of face value. Buying and selling 1,000 of face value at once would cost about 2.50. It last traded 5 minutes "
        + "ago. A normal order should find a buyer soon. This is information, not advice.",
        Tell(Markets.Example));

    [Fact]
    public void A_market_without_a_bid_says_so_first_of_all() => Assert.Contains(
        "Nobody bids for it right now; sellers ask 100.00", Tell(Markets.Of(null, 100m)), StringComparison.Ordinal);

    [Fact]
    public void Old_figures_are_called_old() => Assert.Contains(
        "These figures are old", Tell(Markets.Example, TimeSpan.FromHours(1)), StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Situations))]
    public void No_situation_takes_more_than_130_words_or_makes_a_promise(decimal? bid, decimal? ask, decimal? volume, double? seconds)
    {
        var text = Tell(Markets.Of(bid, ask, depth: bid is null && ask is null ? 0 : 100_000, volume: volume, secondsSinceTrade: seconds));

        Assert.InRange(text.Split(' ').Length, 10, 130);
        Assert.EndsWith("This is information, not advice.", text, StringComparison.Ordinal);
        Assert.All(Promises, p => Assert.DoesNotContain(p, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_caveat_has_a_sentence() => Assert.All(
        Enum.GetValues<BondCaveat>(), c => Assert.EndsWith(".", LiquidityNarrative.Caveat(c), StringComparison.Ordinal));
}
