using System.Globalization;
using LiquidityRisk.Domain.Bonds.Risk;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>What the retail narrative says about risk.</summary>
internal static class RetailRisk
{
    public static IEnumerable<RetailLine> Overall(Phrasebook say, RiskAssessment risk)
    {
        if (risk is not { Overall: { } score, Level: { } level })
        {
            yield return new(say[Phrase.RiskUnknown]);
            yield break;
        }

        var scored = risk.Categories.Count(c => c.Score is not null);
        var phrase = risk.Basis == OverallRiskBasis.Artifact ? Phrase.RiskReported
            : scored < risk.Categories.Count ? Phrase.RiskPartial
            : Phrase.RiskOverall;
        yield return new(say[
            phrase, ("level", say[LevelOf(level)]), ("score", Figures.Whole(score)), ("count", Count(scored)), ("all", Count(risk.Categories.Count))]);
    }

    public static IEnumerable<RetailLine> Main(Phrasebook say, RiskAssessment? risk)
    {
        if (risk is null) yield return new(say[Phrase.RiskNotScored]);
        if (MainOf(risk) is { Level: { } level } main)
            yield return new(say[
                IsHidden(risk, level) ? Phrase.OneRisk : Phrase.MainRisk, ("level", say[LevelOf(level)]), ("risk", say[PhraseOf(main.Category)])]);
    }

    /// <summary>The category with the highest score, of equals the heavier one; null when none was scored.</summary>
    public static RiskCategoryScore? MainOf(RiskAssessment? risk) =>
        risk?.Categories.Where(c => c.Score is not null).MaxBy(c => c.Score);

    public static Phrase LevelOf(RiskLevel level) => level switch
    {
        RiskLevel.Low => Phrase.LevelLow,
        RiskLevel.Moderate => Phrase.LevelModerate,
        RiskLevel.High => Phrase.LevelHigh,
        RiskLevel.Critical => Phrase.LevelCritical,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "This level has no name."),
    };

    // The overall risk looks mild, yet one category is two bands worse.
    private static bool IsHidden(RiskAssessment? risk, RiskLevel main) => risk?.Level is { } overall && main - overall >= 2;

    private static Phrase PhraseOf(RiskCategory category) => category switch
    {
        RiskCategory.Liquidity => Phrase.MainLiquidity,
        RiskCategory.Credit => Phrase.MainCredit,
        RiskCategory.InterestRate => Phrase.MainInterestRate,
        RiskCategory.Refinancing => Phrase.MainRefinancing,
        RiskCategory.Leverage => Phrase.MainLeverage,
        RiskCategory.Governance => Phrase.MainGovernance,
        RiskCategory.Legal => Phrase.MainLegal,
        RiskCategory.Esg => Phrase.MainEsg,
        _ => throw new ArgumentOutOfRangeException(nameof(category), category, "This category has no words."),
    };

    private static string Count(int count) => count.ToString(CultureInfo.InvariantCulture);
}
