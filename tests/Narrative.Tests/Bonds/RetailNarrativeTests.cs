using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.TestKit;
using LiquidityRisk.TestKit.Prose;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds.Tests;

/// <summary>The defined cases, read as prose.</summary>
public class RetailNarrativeTests
{
    private static readonly BondTranslation Example = Translations.Of(
        SampleBonds.Inputs(Markets.Example, SampleBonds.Auction(), SampleBonds.MarketMaker(), SampleBonds.Reference("AA")));

    private static string Tell(Microstructure? market, BondReference? reference = null, decimal size = 100_000, TimeSpan age = default, bool exits = true) =>
        RetailNarrative.Of(Translations.Of(SampleBonds.Inputs(market, reference: reference ?? SampleBonds.Reference()), size, age, exits: exits));

    [Fact]
    public void The_founding_example_reads_as_prose_in_english() => Assert.Equal(
        "The overall risk is low, at 15 of 100 (100 is worst), from 4 of 8 kinds of risk. This bond is very easy to "
        + "sell, at 85 of 100 (100 is best). It last traded 5 minutes ago. To sell INR 100,000 of face value, the best "
        + "way is through the dealer who quotes this bond. The chance to sell it all is about 9 in 10. Expect about 20 "
        + "minutes and a price near 100.47 per 100 of face value. In all, that is about INR 150 below the middle price. "
        + "The main risk, rated low: the price falls when interest rates rise. This can change if the dealer stops "
        + "quoting or if interest rates move. This is information, not advice.",
        RetailNarrative.Of(Example));

    [Fact]
    public void And_in_hindi() => Assert.Equal(
        "कुल जोखिम कम है: 100 में से 15 (100 सबसे बुरा), 8 में से 4 तरह के जोखिमों के आधार पर। यह बॉन्ड बेचना बहुत "
        + "आसान है: 100 में से 85 (100 सबसे अच्छा)। INR 100,000 अंकित मूल्य के बॉन्ड बेचने का सबसे अच्छा रास्ता: इस "
        + "बॉन्ड का भाव देने वाला डीलर। पूरी मात्रा बिकने की संभावना 10 में से लगभग 9 है। लगभग 20 मिनट में, 100 के अंकित "
        + "मूल्य पर 100.47 के आसपास भाव मिल सकता है। कुल रकम बीच के भाव के मुक़ाबले लगभग INR 150 कम रह सकती है। मुख्य "
        + "जोखिम (स्तर: कम): ब्याज दरें बढ़ने पर भाव गिरता है। यदि डीलर भाव देना बंद कर दे या ब्याज दरें बदलें, तो यह "
        + "बदल सकता है। यह जानकारी है, सलाह नहीं।",
        RetailNarrative.Of(Example, NarrativeLanguage.Hindi));

    [Fact]
    public void Without_risk_and_exits_it_tells_the_market() => Assert.Equal(
        "This bond is very easy to sell, at 85 of 100 (100 is best). Buyers pay 100.50 and sellers ask 100.75 per 100 "
        + "of face value. Buying and selling 1,000 of face value at once would cost 2.50. It last traded 5 minutes ago. "
        + "The risk of this bond has not been scored. This can change if buyers or sellers change their prices. This is "
        + "information, not advice.",
        RetailNarrative.Of(Example with { Risk = null, Exits = null }));

    [Fact]
    public void Without_market_data_it_says_so_and_invents_no_price()
    {
        var text = Tell(null);

        Assert.Contains("We have not seen a market for this bond yet.", text, StringComparison.Ordinal);
        Assert.Contains("the price is not known", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_bid_no_index_calls_it_easy() => Assert.Contains(
        "Right now, nobody bids for this bond, so it is hard to sell.", Tell(Markets.Of(null, 100m)), StringComparison.Ordinal);

    [Fact]
    public void A_lone_bid_is_the_only_price() => Assert.Contains(
        "the only price known is the best bid, 93.70 per 100 of face value", Tell(Markets.Of(93.70m, null)), StringComparison.Ordinal);

    [Fact]
    public void An_empty_market_is_called_empty() => Assert.Contains(
        "Right now, nobody quotes a price for this bond", Tell(Markets.Of(null, null, depth: 0)), StringComparison.Ordinal);

    [Fact]
    public void Crossed_prices_tell_nothing_about_ease_of_sale() => Assert.Contains(
        "Right now, the quoted prices do not fit together", Tell(Markets.Of(101m, 100m)), StringComparison.Ordinal);

    [Fact]
    public void Old_figures_are_called_old_and_not_spoken_of_as_now()
    {
        var text = Tell(Markets.Of(null, 100m), age: TimeSpan.FromHours(5));

        Assert.Contains("The figures are 5 hours old; check a live price first.", text, StringComparison.Ordinal);
        Assert.Contains("As last seen, nobody bids", text, StringComparison.Ordinal);
        Assert.DoesNotContain("ight now", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_trade_grows_older_with_the_look_that_saw_it() => Assert.Contains(
        "It last traded 5 hours ago.",
        Tell(Markets.Of(100m, 101m, secondsSinceTrade: 300), age: TimeSpan.FromHours(5), exits: false),
        StringComparison.Ordinal);

    [Fact]
    public void Too_large_for_every_way_out_suggests_less() => Assert.Contains(
        "Right now, there is no way to sell INR 500,000 of face value. A smaller amount may find a buyer.",
        RetailNarrative.Of(Translations.Of(
            SampleBonds.Inputs(Markets.Example, SampleBonds.Auction(), reference: SampleBonds.Reference("D", years: 0.5)), 500_000)),
        StringComparison.Ordinal);

    [Fact]
    public void Where_no_amount_can_be_sold_it_suggests_none()
    {
        var text = Tell(Markets.Example, SampleBonds.Reference("D", years: 0.5));

        Assert.Contains("there is no way to sell INR 100,000 of face value", text, StringComparison.Ordinal);
        Assert.DoesNotContain("smaller", text, StringComparison.Ordinal);
        Assert.Contains("This can change if new buyers come in.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bond_that_has_fallen_due_gets_no_scores() => Assert.Equal(
        "This bond has already fallen due, so it can no longer be sold. Scores for risk and ease of sale do not apply any more. "
        + "Ask your bank about the repayment. This is information, not advice.",
        Tell(Markets.Example, SampleBonds.Reference(years: -1)));

    [Fact]
    public void A_mild_overall_risk_does_not_hide_a_very_high_one() => Assert.Contains(
        "But the main risk is very high: a sale may take long or cost a lot.",
        Tell(Markets.Of(99m, 101m, volume: 0, secondsSinceTrade: 400_000), SampleBonds.Reference("AAA", years: 2)),
        StringComparison.Ordinal);

    [Fact]
    public void A_chance_that_is_withheld_is_not_told()
    {
        var best = Example.Exits!.Best!;
        var withheld = Example with { Exits = Example.Exits with { Paths = [best with { FillProbability = null }, .. Example.Exits.Paths.Skip(1)] } };

        Assert.DoesNotContain("chance", RetailNarrative.Of(withheld), StringComparison.Ordinal);
        Assert.Contains("Expect about", RetailNarrative.Of(withheld), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_that_is_in_no_field_is_found() => Assert.Equal(
        ["87.65"], FigureTrace.Untraced(RetailNarrative.Of(Example) + " It may fetch 87.65.", Example));

    [Theory]
    [InlineData("This bond is safe.")]
    [InlineData("A sale is guaranteed.")]
    [InlineData("There is no risk.")]
    [InlineData("You can be sure of it.")]
    [InlineData("यह बॉन्ड सुरक्षित है।")]
    [InlineData("इसकी गारंटी है।")]
    public void A_promise_is_found(string text) => Assert.NotEmpty(Promises.In(text));

    [Theory]
    [InlineData("make", 1)]
    [InlineData("table", 2)]
    [InlineData("prices", 2)]
    [InlineData("issuer", 3)]
    [InlineData("information", 4)]
    [InlineData("traded", 2)]
    [InlineData("100.36", 5)]
    public void Syllables_are_counted(string word, int syllables) => Assert.Equal(syllables, ReadingGrade.Syllables(word));

    [Fact]
    public void Jargon_reads_above_grade_nine() => Assert.True(
        ReadingGrade.Of("Illiquidity considerations notwithstanding, the aforementioned instrument exhibits satisfactory marketability characteristics.") > 9);
}
