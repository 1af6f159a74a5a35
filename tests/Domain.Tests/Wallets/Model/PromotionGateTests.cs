using LiquidityRisk.Domain.Wallets.Model;

namespace LiquidityRisk.Domain.Wallets.Model.Tests;

public class PromotionGateTests
{
    private static readonly PredictionScores Good = Scores(0.9, 0.05);
    private static readonly PredictionScores Poor = Scores(0.8, 0.10);

    [Fact]
    public void Whoever_is_better_everywhere_is_promoted()
    {
        Assert.Empty(PromotionGate.Losses(Both(Good, Poor, Poor), inForce: null));
        Assert.Empty(PromotionGate.Losses(Both(Good, Poor, Poor), Both(Poor, Poor, Poor)));
    }

    [Theory]
    [InlineData(0.9, 0.11, ModelMeasure.Brier)]
    [InlineData(0.79, 0.05, ModelMeasure.Auc)]
    [InlineData(0.9, 0.10, ModelMeasure.Brier)]
    [InlineData(0.8, 0.05, ModelMeasure.Auc)]
    public void One_measure_on_one_horizon_suffices_to_lose_and_a_draw_is_no_win(double auc, double brier, ModelMeasure lost)
    {
        var mixed = Scores(auc, brier);
        var won = Of(LiquidationHorizon.Day, Good, Poor, Poor);

        Assert.All(PromotionGate.Losses([won, Of(LiquidationHorizon.Week, mixed, Poor, Poor)], null), l => Assert.Equal((LiquidationHorizon.Week, lost), (l.Horizon, l.Measure)));
        Assert.Equal([ModelRival.PastBreaches, ModelRival.FirstPassage], PromotionGate.Losses([won, Of(LiquidationHorizon.Week, mixed, Poor, Poor)], null).Select(l => l.Rival));
        Assert.Equal([ModelRival.FirstPassage], PromotionGate.Losses([Of(LiquidationHorizon.Day, mixed, Scores(0.1, 0.9), Poor), won], null).Select(l => l.Rival));
        Assert.Equal([ModelRival.InForce], PromotionGate.Losses(Both(mixed, Scores(0.1, 0.9), Scores(0.1, 0.9)), Both(Poor, Poor, Poor)).Select(l => l.Rival).Distinct());
    }

    [Fact]
    public void What_cannot_be_told_apart_is_not_better() =>
        Assert.Equal(4, PromotionGate.Losses(Both(new(null, 0.01, 0, 1, null, null), Poor, Poor), null).Count(l => l.Measure == ModelMeasure.Auc));

    [Fact]
    public void A_model_draws_with_itself() =>
        Assert.Equal(4, PromotionGate.Losses(Both(Good, Poor, Poor), Both(Good, Poor, Poor)).Count);

    private static HorizonScores[] Both(PredictionScores model, PredictionScores breaches, PredictionScores passage) =>
        [Of(LiquidationHorizon.Day, model, breaches, passage), Of(LiquidationHorizon.Week, model, breaches, passage)];

    private static HorizonScores Of(LiquidationHorizon horizon, PredictionScores model, PredictionScores breaches, PredictionScores passage) =>
        new(horizon, 0.1, model, breaches, passage, []);

    private static PredictionScores Scores(double auc, double brier) => new(auc, brier, 0.3, 0.9, null, null);
}
