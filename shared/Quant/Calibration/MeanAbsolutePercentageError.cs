namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// How far predictions were from the realised figures, relative to these.
/// <code>
/// MAPE = (1/N)·Σ |aᵢ − fᵢ| / |aᵢ|
/// </code>
/// aᵢ: realised; fᵢ: predicted, same unit. A fraction (0.25 = 25 %), not negative, without upper bound; low = good. It punishes
/// predictions that are too high more than those too low. Source: R. J. Hyndman and A. B. Koehler (2006), Another look at measures of
/// forecast accuracy, International Journal of Forecasting 22. Undefined for a realised figure of 0.
/// </summary>
public static class MeanAbsolutePercentageError
{
    /// <summary>The error as a fraction.</summary>
    /// <param name="actual">Realised figures, finite and not 0; at least one.</param>
    /// <param name="predicted">Predicted figures, finite; as many.</param>
    /// <exception cref="ArgumentException">Nothing to compare, lengths that differ, a figure not finite or a realised one of 0.</exception>
    public static double Of(ReadOnlySpan<double> actual, ReadOnlySpan<double> predicted)
    {
        if (actual.IsEmpty) throw new ArgumentException("There is nothing to compare.", nameof(actual));
        if (actual.Length != predicted.Length) throw new ArgumentException("There are as many predictions as realised figures.", nameof(predicted));
        var sum = 0.0;
        for (var i = 0; i < actual.Length; i++)
        {
            if (!double.IsFinite(actual[i]) || actual[i] is 0) throw new ArgumentException("A realised figure is finite and not 0.", nameof(actual));
            if (!double.IsFinite(predicted[i])) throw new ArgumentException("A prediction is finite.", nameof(predicted));
            sum += Math.Abs((actual[i] - predicted[i]) / actual[i]);
        }

        return sum / actual.Length;
    }
}
