namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>
/// Decides whether a model may be put in force: on both horizons its Brier score and its AUC must be better than those of both baselines and of
/// the model in force, all judged by the same newest samples. Equal is not better.
/// </summary>
public static class PromotionGate
{
    /// <summary>All comparisons that a candidate does not win; none when it may be put in force.</summary>
    /// <param name="candidate">How it did.</param>
    /// <param name="inForce">How the model in force did on the same samples; null without one.</param>
    public static IReadOnlyList<LostComparison> Losses(IReadOnlyList<HorizonScores> candidate, IReadOnlyList<HorizonScores>? inForce) =>
        [.. LossesToBaselines(candidate), .. candidate.Zip(inForce ?? []).SelectMany(p => Lost(p.First, ModelRival.InForce, p.Second.Model))];

    /// <summary>The comparisons with baselines that a model does not win.</summary>
    public static IReadOnlyList<LostComparison> LossesToBaselines(IReadOnlyList<HorizonScores> scores) =>
        [.. scores.SelectMany(s => Lost(s, ModelRival.PastBreaches, s.PastBreaches).Concat(Lost(s, ModelRival.FirstPassage, s.FirstPassage)))];

    private static IEnumerable<LostComparison> Lost(HorizonScores own, ModelRival rival, PredictionScores other)
    {
        if (!(own.Model.Brier < other.Brier)) yield return new(own.Horizon, rival, ModelMeasure.Brier, own.Model.Brier, other.Brier);
        if (!(own.Model.Auc > other.Auc)) yield return new(own.Horizon, rival, ModelMeasure.Auc, own.Model.Auc, other.Auc);
    }
}

/// <summary>A comparison that a model did not win.</summary>
/// <param name="Horizon">On which horizon.</param>
/// <param name="Rival">Against what.</param>
/// <param name="Measure">By which measure.</param>
/// <param name="Own">The model's; null when it cannot be told.</param>
/// <param name="Other">The rival's; null when it cannot be told.</param>
public sealed record LostComparison(LiquidationHorizon Horizon, ModelRival Rival, ModelMeasure Measure, double? Own, double? Other);

/// <summary>What a model is compared with.</summary>
public enum ModelRival
{
    /// <summary><see cref="BreachBaseline"/>.</summary>
    PastBreaches,

    /// <summary><see cref="FirstPassageBaseline"/>.</summary>
    FirstPassage,

    /// <summary>The model in force.</summary>
    InForce,
}

/// <summary>By what models are compared.</summary>
public enum ModelMeasure
{
    /// <summary>Brier score; low = good.</summary>
    Brier,

    /// <summary>Area under the ROC curve; high = good.</summary>
    Auc,
}
