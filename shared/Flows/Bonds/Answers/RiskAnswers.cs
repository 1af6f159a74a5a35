using LiquidityRisk.Contracts.Bonds;
using LiquidityRisk.Contracts.Json;
using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Narrative.Bonds;
using LiquidityRisk.Units;

namespace LiquidityRisk.Flows.Bonds.Answers;

/// <summary>Turns a risk assessment into what readers get.</summary>
internal static class RiskAnswers
{
    public static RiskSummaryAnswer Summary(Isin isin, RiskAssessment risk) => new(
        isin,
        risk.AsOf,
        [.. risk.Categories.Select(Category)],
        Rounded.Score(risk.Overall),
        risk.Level is { } level ? SnakeCase.Of(level) : null,
        SnakeCase.Of(risk.Basis),
        Rounded.Score(risk.WeightedScore),
        new Weight(Math.Round(risk.AssessedWeight.Value, 4)),
        Rounded.Probability(risk.Confidence));

    public static RiskHeadline Headline(RiskSummaryAnswer risk) => new(risk.OverallScore, risk.OverallLevel, risk.Confidence);

    public static RiskWarningAnswer Warning(ExitWarning warning) => new(
        SnakeCase.Of(warning.Kind),
        warning.Category is { } category ? SnakeCase.Of(category) : null,
        WarningSentence.Of(warning),
        warning.Figure is { } figure ? Math.Round(figure, 2) : null);

    private static RiskCategoryAnswer Category(RiskCategoryScore c) => new(
        RiskNotes.Title(c.Category),
        SnakeCase.Of(c.Category),
        Rounded.Score(c.Score),
        c.Level is { } level ? SnakeCase.Of(level) : null,
        RiskNotes.ProbabilityNote(c),
        c.Weight,
        Math.Round(c.Contribution, 2),
        Rounded.Probability(c.Confidence),
        SnakeCase.Of(c.Reason.Kind),
        [.. c.Reason.Figures.Select(f => new FigureAnswer(SnakeCase.Of(f.Kind), Math.Round(f.Value, 4)))],
        c.Citations);
}
