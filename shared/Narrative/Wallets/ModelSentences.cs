using System.Globalization;
using LiquidityRisk.Domain.Wallets.Model;

namespace LiquidityRisk.Narrative.Wallets;

/// <summary>What is said about the liquidation model and what it predicts.</summary>
public static class ModelSentences
{
    /// <summary>A wallet without debt.</summary>
    public const string NoDebt = "A wallet without debt cannot be liquidated.";

    /// <summary>A wallet of which health is not known.</summary>
    public const string NoData = "There is debt whose health is not known, so nothing can be predicted.";

    /// <summary>A wallet whose health factor is below 1.</summary>
    public const string Certain = "The health factor is below 1: this can be liquidated now, so the probability is 1 by definition and no model is asked.";

    /// <summary>No version is in force.</summary>
    public const string NoModel = "No model was ever promoted, so nothing is predicted; the baseline is what price moves alone suggest.";

    /// <summary>The version in force is not shown.</summary>
    /// <param name="losses">What it lost at last.</param>
    public static string Withheld(IReadOnlyList<LostComparison> losses) =>
        $"The model in force has lost to a baseline on the newest outcomes ({Losses(losses)}), so its predictions are withheld; the baseline is what price moves alone suggest.";

    /// <summary>A prediction.</summary>
    /// <param name="day">For 24 hours, 0 to 1.</param>
    /// <param name="week">For 7 days.</param>
    public static string Prediction(double day, double week) =>
        $"The model puts the chance that this can be liquidated at {Figures.Percent(day)} within 24 hours and {Figures.Percent(week)} within 7 days.";

    /// <summary>A version is in force.</summary>
    /// <param name="version">Which one.</param>
    public static string InForce(string version) => $"Version {version} is in force: it beat both baselines, and the model before it, on later outcomes than it had learned from.";

    /// <summary>Why nothing was trained.</summary>
    public static string Refusal(TrainingRefusal refusal) => refusal.Fault switch
    {
        TrainingFault.TooFewSamples => $"{refusal.Samples} samples with a known outcome are there; {refusal.MinSamples} are needed.",
        TrainingFault.PeriodTooShort => "The samples cover too few days: without those whose 7 days reach into a later part, a part is empty.",
        _ => $"In the {Name(refusal.Part)} part {(refusal.Outcome == true ? "every" : "no")} wallet could be liquidated within {Name(refusal.Horizon)}, so nothing can be told apart there.",
    };

    /// <summary>Why a version was promoted, or why not.</summary>
    /// <param name="losses">Comparisons that it did not win.</param>
    /// <param name="hadRival">Whether there was a model in force to beat.</param>
    public static string Verdict(IReadOnlyList<LostComparison> losses, bool hadRival) => losses.Count == 0
        ? $"Better than both baselines{(hadRival ? " and the model in force" : "")} on the newest outcomes, by Brier score and AUC, on both horizons."
        : $"Not promoted: {Losses(losses)}.";

    /// <summary>Where samples come from that were not observed.</summary>
    /// <param name="origin">In words.</param>
    public static string Origin(string origin) => $"Not all samples were observed. {origin}";

    private static string Losses(IReadOnlyList<LostComparison> losses) => string.Join("; ", losses.Select(Loss));

    private static string Loss(LostComparison loss) =>
        $"{(loss.Measure == ModelMeasure.Brier ? "Brier score" : "AUC")} for {Name(loss.Horizon)} of {Number(loss.Own)} against {Number(loss.Other)} of {Name(loss.Rival)}";

    private static string Number(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "nothing";

    private static string Name(LiquidationHorizon? horizon) => horizon == LiquidationHorizon.Day ? "24 hours" : "7 days";

    private static string Name(ModelRival rival) => rival switch
    {
        ModelRival.PastBreaches => "past breaches",
        ModelRival.FirstPassage => "first passage",
        _ => "the model in force",
    };

    private static string Name(TrainingPart? part) => part switch
    {
        TrainingPart.Learn => "oldest",
        TrainingPart.Tune => "middle",
        _ => "newest",
    };
}
