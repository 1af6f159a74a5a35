using LiquidityRisk.Domain.Wallets.Model;

namespace LiquidityRisk.Narrative.Wallets.Tests;

public class ModelSentencesTests
{
    private static readonly LostComparison[] Losses =
    [
        new(LiquidationHorizon.Day, ModelRival.FirstPassage, ModelMeasure.Brier, 0.0512, 0.0501),
        new(LiquidationHorizon.Week, ModelRival.InForce, ModelMeasure.Auc, 0.81, 0.85),
        new(LiquidationHorizon.Week, ModelRival.PastBreaches, ModelMeasure.Auc, null, null),
    ];

    [Fact]
    public void A_rejection_names_every_comparison_that_was_lost() => Assert.Equal(
        "Not promoted: Brier score for 24 hours of 0.0512 against 0.0501 of first passage; AUC for 7 days of 0.8100 against 0.8500 of the model in force; "
        + "AUC for 7 days of nothing against nothing of past breaches.",
        ModelSentences.Verdict(Losses, hadRival: true));

    [Fact]
    public void A_promotion_names_what_was_beaten()
    {
        Assert.Equal("Better than both baselines on the newest outcomes, by Brier score and AUC, on both horizons.", ModelSentences.Verdict([], hadRival: false));
        Assert.Equal("Better than both baselines and the model in force on the newest outcomes, by Brier score and AUC, on both horizons.", ModelSentences.Verdict([], hadRival: true));
    }

    [Fact]
    public void Refusals_give_their_reason()
    {
        Assert.Equal("42 samples with a known outcome are there; 100 are needed.", ModelSentences.Refusal(new(TrainingFault.TooFewSamples, 42, 100)));
        Assert.Equal("The samples cover too few days: without those whose 7 days reach into a later part, a part is empty.", ModelSentences.Refusal(new(TrainingFault.PeriodTooShort, 142, 100)));
        Assert.Equal(
            "In the newest part no wallet could be liquidated within 24 hours, so nothing can be told apart there.",
            ModelSentences.Refusal(new(TrainingFault.OneOutcome, 142, 100, TrainingPart.Judge, LiquidationHorizon.Day, Outcome: false)));
        Assert.Equal(
            "In the oldest part every wallet could be liquidated within 7 days, so nothing can be told apart there.",
            ModelSentences.Refusal(new(TrainingFault.OneOutcome, 142, 100, TrainingPart.Learn, LiquidationHorizon.Week, Outcome: true)));
    }

    [Fact]
    public void A_prediction_is_said_in_percent() => Assert.Equal(
        "The model puts the chance that this can be liquidated at 2.9 % within 24 hours and 12 % within 7 days.", ModelSentences.Prediction(0.029, 0.12));

    [Fact]
    public void A_withheld_model_says_why() => Assert.Equal(
        "The model in force has lost to a baseline on the newest outcomes (Brier score for 24 hours of 0.0512 against 0.0501 of first passage), so its predictions are withheld; the baseline is what price moves alone suggest.",
        ModelSentences.Withheld(Losses[..1]));
}
