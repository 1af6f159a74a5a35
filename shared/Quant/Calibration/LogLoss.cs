namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// How surprised probabilities were by what happened.
/// <code>
/// LL = −(1/N)·Σ [oᵢ·ln pᵢ + (1 − oᵢ)·ln(1 − pᵢ)]
/// </code>
/// pᵢ: predicted probability, 0 to 1; oᵢ: 1 when it happened, else 0. In nats; from 0 (certain and right), a constant ½ gives ln 2, without
/// an upper bound. Low = good. A prediction that was certain and wrong has no finite loss. Source: I. J. Good (1952), Rational decisions,
/// Journal of the Royal Statistical Society B 14. Valid for any N ≥ 1.
/// </summary>
public static class LogLoss
{
    /// <summary>The mean loss.</summary>
    /// <param name="predicted">Probabilities, 0 to 1; at least one.</param>
    /// <param name="happened">What happened; as many.</param>
    /// <exception cref="ArgumentException">Nothing to score, lengths that differ, or a prediction outside of [0, 1].</exception>
    /// <exception cref="ArithmeticException">A prediction of exactly 0 or 1 was wrong.</exception>
    public static double Of(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened)
    {
        Predictions.Check(predicted, happened);
        var sum = 0.0;
        for (var i = 0; i < predicted.Length; i++) sum -= Math.Log(happened[i] ? predicted[i] : 1 - predicted[i]);
        return double.IsFinite(sum) ? Math.Abs(sum) / predicted.Length : throw new ArithmeticException("A prediction was certain and wrong.");
    }
}
