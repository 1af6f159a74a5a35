namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// How far probabilities were from what happened.
/// <code>
/// BS = (1/N)·Σ (pᵢ − oᵢ)²
/// </code>
/// pᵢ: predicted probability, 0 to 1; oᵢ: 1 when it happened, else 0. From 0 (every prediction certain and right) to 1 (certain and
/// wrong); a constant ½ gives ¼. Low = good. Source: G. W. Brier (1950), Verification of forecasts expressed in terms of probability,
/// Monthly Weather Review 78, in the two-class form that is half of his. Valid for any N ≥ 1.
/// </summary>
public static class BrierScore
{
    /// <summary>The mean squared distance.</summary>
    /// <param name="predicted">Probabilities, 0 to 1; at least one.</param>
    /// <param name="happened">What happened; as many.</param>
    /// <exception cref="ArgumentException">Nothing to score, lengths that differ, or a prediction outside of [0, 1].</exception>
    public static double Of(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened)
    {
        Predictions.Check(predicted, happened);
        var sum = 0.0;
        for (var i = 0; i < predicted.Length; i++)
        {
            var miss = predicted[i] - (happened[i] ? 1 : 0);
            sum += miss * miss;
        }

        return sum / predicted.Length;
    }
}

/// <summary>What every measure of probabilities asks of its input.</summary>
internal static class Predictions
{
    public static void Check(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened)
    {
        if (predicted.IsEmpty) throw new ArgumentException("There is nothing to score.", nameof(predicted));
        if (predicted.Length != happened.Length) throw new ArgumentException("There are as many outcomes as predictions.", nameof(happened));
        foreach (var p in predicted)
            if (p is not (>= 0 and <= 1)) throw new ArgumentException("A probability is between 0 and 1.", nameof(predicted));
    }
}
