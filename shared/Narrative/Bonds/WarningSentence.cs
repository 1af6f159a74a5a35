using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Domain.Bonds.Risk;
using LiquidityRisk.Units;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says what a seller must know.</summary>
public static class WarningSentence
{
    /// <summary>The warning as a sentence.</summary>
    public static string Of(ExitWarning warning) => warning.Kind switch
    {
        ExitWarningKind.NoFeasibleExit => "No way to sell this amount is open.",
        ExitWarningKind.CriticalRisk => Risk(warning, RiskLevel.Critical),
        ExitWarningKind.HighRisk => Risk(warning, RiskLevel.High),
        ExitWarningKind.SpeculativeGrade => warning.Figure is { } notch
            ? $"The bond is rated {RatingName.OfNotch(notch)}, below investment grade."
            : "The bond is rated below investment grade.",
        ExitWarningKind.Unrated => "The bond has no credit rating.",
        ExitWarningKind.MarketMakerOffline => "The dealer does not quote at the moment, so there are fewer ways to sell.",
        ExitWarningKind.LargeForMarket => warning.Figure is { } times
            ? $"The amount is {Figures.Text(times, times < 9.95 ? "0.0" : "#,##0")} times what the visible bids would take, so the price may fall as you sell."
            : "The amount is more than the visible bids would take, so the price may fall as you sell.",
        _ => throw new ArgumentOutOfRangeException(nameof(warning), warning.Kind, "This warning has no sentence."),
    };

    private static string Risk(ExitWarning warning, RiskLevel level)
    {
        var subject = warning.Category is { } category ? $"{RiskNames.Of(category)} risk" : "The overall risk";
        var score = warning.Figure is { } figure ? $", at {Figures.Whole(Score.Clamp(figure))} of 100 (100 is worst)" : "";
        return $"{subject} is {RiskNames.Of(level)}{score}.";
    }
}
