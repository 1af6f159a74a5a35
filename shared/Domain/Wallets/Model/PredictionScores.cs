using LiquidityRisk.Quant.Calibration;

namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>How good predictions were.</summary>
/// <param name="Auc">Area under the ROC curve, 0 to 1; null when all outcomes are alike.</param>
/// <param name="Brier">Brier score, 0 to 1; low = good.</param>
/// <param name="LogLoss">Mean log loss in nats; low = good. Predictions are cut at <see cref="Edge"/> from 0 and 1, so that it stays finite.</param>
/// <param name="Accuracy">Share right at a threshold of one half.</param>
/// <param name="Precision">Share of warnings that were right; null without any.</param>
/// <param name="Recall">Share of liquidations that were warned of; null without any.</param>
public sealed record PredictionScores(double? Auc, double Brier, double LogLoss, double Accuracy, double? Precision, double? Recall)
{
    /// <summary>How near to 0 or 1 a prediction may come in the log loss.</summary>
    public const double Edge = 1e-6;

    /// <summary>Scores predictions.</summary>
    /// <param name="predicted">Probabilities, 0 to 1; at least one.</param>
    /// <param name="happened">What happened; as many.</param>
    /// <exception cref="ArgumentException">Nothing to score, lengths that differ, or a prediction outside of [0, 1].</exception>
    public static PredictionScores Of(double[] predicted, bool[] happened)
    {
        var decisions = ConfusionCounts.Of(predicted, happened);
        double[] inside = [.. predicted.Select(p => Math.Clamp(p, Edge, 1 - Edge))];
        return new(
            happened.Contains(true) && happened.Contains(false) ? RocAuc.Of(predicted, happened) : null,
            BrierScore.Of(predicted, happened),
            Quant.Calibration.LogLoss.Of(inside, happened),
            decisions.Accuracy,
            decisions.Precision,
            decisions.Recall);
    }
}
