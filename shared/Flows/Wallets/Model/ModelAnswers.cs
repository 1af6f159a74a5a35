using LiquidityRisk.Contracts.Wallets;
using LiquidityRisk.Domain.Wallets.Model;

namespace LiquidityRisk.Flows.Wallets.Model;

/// <summary>What is told about a trained model.</summary>
internal static class ModelAnswers
{
    public static ModelVersionAnswer Card(
        string version, string reason, DateTimeOffset trainedAt, string? trainedBy, TrainingSplit split, LiquidationModel model, IReadOnlyList<HorizonScores> scores) => new(
        version,
        "",
        reason,
        trainedAt,
        trainedBy,
        split.Learn[0].At,
        split.Tune[^1].At,
        split.Judge[0].At,
        split.Judge[^1].At,
        split.Learn.Count + split.Tune.Count,
        split.Judge.Count,
        [.. scores.Select(Horizon)],
        [.. model.Importance().Select(i => new FeatureImportanceAnswer(i.Column, i.Share))]);

    public static IReadOnlyList<FeatureContributionAnswer> Contributions(LiquidationModel model, IReadOnlyList<double?> features)
    {
        var columns = LiquidationColumns.Of(features);
        return
        [
            .. model.Contributions(features)
                .Select((c, i) => new FeatureContributionAnswer(LiquidationColumns.Names[i], double.IsNaN(columns[i]) ? null : columns[i], c))
                .OrderByDescending(c => Math.Abs(c.Contribution)),
        ];
    }

    private static ModelHorizonAnswer Horizon(HorizonScores scores) => new(
        (int)scores.Horizon.Length().TotalHours,
        scores.BaseRate,
        Score(scores.Model),
        Score(scores.PastBreaches),
        Score(scores.FirstPassage),
        [.. scores.Reliability.Select(b => new ModelReliabilityBin(b.From, b.To, b.Count, b.MeanPredicted, b.Observed))]);

    private static ModelScoreAnswer Score(PredictionScores s) => new(s.Auc, s.Brier, s.LogLoss, s.Accuracy, s.Precision, s.Recall);
}
