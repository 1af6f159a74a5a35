using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.TestKit;
using LiquidityRisk.TestKit.Prose;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds.Tests;

/// <summary>Every code has a sentence of its own, with and without its figure, and none promises.</summary>
public class SentenceTests
{
    private static void ReadsWell(string sentence)
    {
        Assert.EndsWith(".", sentence, StringComparison.Ordinal);
        Assert.True(char.IsUpper(sentence[0]), sentence);
        Assert.DoesNotContain("  ", sentence, StringComparison.Ordinal);
        Assert.Empty(Promises.In(sentence));
    }

    private static void AllDiffer(IReadOnlyCollection<string> sentences)
    {
        Assert.All(sentences, ReadsWell);
        Assert.Equal(sentences.Count, sentences.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Caveats() => AllDiffer([.. Enum.GetValues<BondCaveat>().Select(CaveatSentence.Of)]);

    [Fact]
    public void Assumptions() => AllDiffer([.. Enum.GetValues<ExitAssumption>().Select(AssumptionSentence.Of)]);

    [Fact]
    public void Reasons_for_no_quote() => AllDiffer([.. Enum.GetValues<NoQuoteReason>().Select(NoQuoteSentence.Of)]);

    [Fact]
    public void Violations_with_and_without_figures()
    {
        AllDiffer([.. Enum.GetValues<ExitViolationKind>().Select(k => ViolationSentence.Of(new(k)))]);
        AllDiffer([.. Enum.GetValues<ExitViolationKind>().Select(k => ViolationSentence.Of(new(k, 100, 200)))]);
    }

    [Fact]
    public void What_the_dealer_can_hold_is_not_told() => Assert.DoesNotContain(
        ViolationSentence.Of(new(ExitViolationKind.InventoryLimit, 2_000_000, 3_000_000)), char.IsAsciiDigit);

    [Fact]
    public void A_limit_is_told() => Assert.Equal(
        "The rules for this rating allow at most 400,000 of face value this way.",
        ViolationSentence.Of(new(ExitViolationKind.RatingCap, 400_000, 500_000)));

    [Fact]
    public void Warnings_with_and_without_figures()
    {
        AllDiffer([.. Enum.GetValues<ExitWarningKind>().Select(k => WarningSentence.Of(new(k)))]);
        AllDiffer([.. Enum.GetValues<ExitWarningKind>().Select(k => WarningSentence.Of(new(k, RiskCategory.Credit, 12)))]);
        AllDiffer([.. RiskCategories.All.Select(c => WarningSentence.Of(new(ExitWarningKind.HighRisk, c, 65)))]);
    }

    [Fact]
    public void Notes_of_every_category_at_every_level() => AllDiffer(
        [.. from c in RiskCategories.All from score in (double[])[20, 50, 70, 90] select RiskNotes.ProbabilityNote(Scored(c, score, RiskReason.Of(RiskReasonKind.Artifact)))]);

    [Fact]
    public void Notes_of_every_reason()
    {
        var figures = Enum.GetValues<RiskFigureKind>().Select(k => new RiskFigure(k, 12.5)).ToArray();
        AllDiffer(
        [
            .. Enum.GetValues<RiskReasonKind>().Select(kind => RiskNotes.ProbabilityNote(kind >= RiskReasonKind.NoLiquidityIndex
                ? Scored(RiskCategory.Credit, null, RiskReason.Of(kind))
                : Scored(RiskCategory.Credit, 50, RiskReason.Of(kind, figures)))),
        ]);
    }

    [Fact]
    public void The_words_of_a_report_go_before_ours() => Assert.Equal(
        "Their words.",
        RiskNotes.ProbabilityNote(Scored(RiskCategory.Legal, 50, RiskReason.Of(RiskReasonKind.Artifact)) with { ProbabilityNote = "Their words." }));

    [Fact]
    public void A_rate_shock_is_told_in_percent() => Assert.Equal(
        "If interest rates rose by 2 percentage points, the price would fall by about 8.4%. The price moves clearly with interest rates.",
        RiskNotes.ProbabilityNote(Scored(
            RiskCategory.InterestRate, 43, RiskReason.Of(RiskReasonKind.RateShock, new RiskFigure(RiskFigureKind.ShockLossPercent, 8.41)))));

    [Fact]
    public void Factors_speak_both_ways_save_for_the_base() => Assert.All(Enum.GetValues<ExitFactorKind>(), kind =>
    {
        var (good, bad) = ExitFactorWords.Of(kind);
        Assert.Equal(kind == ExitFactorKind.Base, good is null);
        Assert.Equal(kind == ExitFactorKind.Base, bad is null);
        if (good is not null) Assert.NotEqual(good, bad);
    });

    [Fact]
    public void A_rationale_names_what_is_for_and_against()
    {
        var exits = Translations.Of(SampleBonds.Inputs(Markets.Example, marketMaker: SampleBonds.MarketMaker(), reference: SampleBonds.Reference("AA"))).Exits!;

        Assert.Equal(
            "The chance to sell it all is about 9 in 10. For it: the dealer quotes often and the dealer has room for this amount.",
            ExitRationale.Of(exits[ExitPath.MarketMaker]));
        Assert.Equal("No auction of this bond is known.", ExitRationale.Of(exits[ExitPath.Auction]));
        Assert.All(exits.Paths, p => ReadsWell(ExitRationale.Of(p)));
    }

    [Fact]
    public void A_withheld_probability_is_called_unknown() => Assert.StartsWith(
        "How likely this works is not known yet.",
        ExitRationale.Of(new(ExitPath.RfqBatch, [], ExitPriority.Primary, null, [], TimeSpan.FromHours(2), null, null, NoQuoteReason.NoSpread, null)),
        StringComparison.Ordinal);

    [Fact]
    public void A_scenario_tells_times_as_people_say_them()
    {
        var quiet = Translations.Of(SampleBonds.Inputs(Markets.Example, marketMaker: SampleBonds.MarketMaker(), reference: SampleBonds.Reference("AA")));
        var paths = quiet.Exits!.Paths.Select(p => p.Path == quiet.Exits.Best!.Path ? p with { ExpectedTime = TimeSpan.FromHours(26) } : p);
        var slow = quiet with { Exits = quiet.Exits with { Paths = [.. paths] } };

        var time = Assert.Single(ScenarioChanges.Of(quiet, slow));
        Assert.Matches("^The time to sell rises from [0-9]+ minutes to 26 hours\\.$", time);
    }

    private static RiskCategoryScore Scored(RiskCategory category, double? score, RiskReason reason)
    {
        Score? value = score is { } s ? new Score(s) : null;
        return new(
            category, value, value is { } v ? RiskCategories.LevelOf(v) : null, RiskCategories.WeightOf(category), 0, new Probability(0.5), reason, [], null);
    }
}
