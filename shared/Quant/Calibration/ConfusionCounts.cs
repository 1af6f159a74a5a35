namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// Right and wrong yes-or-no decisions, counted.
/// <code>
/// accuracy = (TP + TN)/N      precision = TP/(TP + FP)      recall = TP/(TP + FN)      F₁ = 2·TP/(2·TP + FP + FN)
/// </code>
/// A yes is said when the probability is at least the threshold. All are shares from 0 to 1; high = good. Source: C. van Rijsbergen (1979),
/// Information Retrieval, chapter 7.
/// </summary>
/// <param name="TruePositives">TP: said yes, happened.</param>
/// <param name="FalsePositives">FP: said yes, did not happen.</param>
/// <param name="TrueNegatives">TN: said no, did not happen.</param>
/// <param name="FalseNegatives">FN: said no, happened.</param>
public sealed record ConfusionCounts(int TruePositives, int FalsePositives, int TrueNegatives, int FalseNegatives)
{
    /// <summary>Share of decisions that were right.</summary>
    public double Accuracy => (double)(TruePositives + TrueNegatives) / (TruePositives + FalsePositives + TrueNegatives + FalseNegatives);

    /// <summary>Share of yeses that happened; null without a yes.</summary>
    public double? Precision => Share(TruePositives, TruePositives + FalsePositives);

    /// <summary>Share of what happened that was foreseen; null when nothing happened.</summary>
    public double? Recall => Share(TruePositives, TruePositives + FalseNegatives);

    /// <summary>Harmonic mean of precision and recall; null without a yes and without anything that happened.</summary>
    public double? F1 => Share(2 * TruePositives, (2 * TruePositives) + FalsePositives + FalseNegatives);

    /// <summary>The counts.</summary>
    /// <param name="predicted">Probabilities, 0 to 1; at least one.</param>
    /// <param name="happened">What happened; as many.</param>
    /// <param name="threshold">Least probability that counts as a yes, 0 to 1.</param>
    /// <exception cref="ArgumentException">Nothing to count, lengths that differ, or a prediction or threshold outside of [0, 1].</exception>
    public static ConfusionCounts Of(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened, double threshold = 0.5)
    {
        Predictions.Check(predicted, happened);
        if (threshold is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(threshold), threshold, "A threshold is between 0 and 1.");
        var (truePositives, falsePositives, trueNegatives, falseNegatives) = (0, 0, 0, 0);
        for (var i = 0; i < predicted.Length; i++)
        {
            switch (predicted[i] >= threshold, happened[i])
            {
                case (true, true): truePositives++; break;
                case (true, false): falsePositives++; break;
                case (false, false): trueNegatives++; break;
                default: falseNegatives++; break;
            }
        }

        return new(truePositives, falsePositives, trueNegatives, falseNegatives);
    }

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
