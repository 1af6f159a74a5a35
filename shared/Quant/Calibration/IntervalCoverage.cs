namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// How often the realised figure lay within its predicted interval.
/// <code>
/// C = (1/N)·#{i : lowᵢ ≤ aᵢ ≤ highᵢ}
/// </code>
/// 0 to 1. An interval meant to hold a share of the cases is calibrated when C is near that share; much above it, the intervals are
/// needlessly wide. Source: T. Gneiting and A. E. Raftery (2007), Strictly proper scoring rules, prediction, and estimation, JASA 102,
/// section 6.2.
/// </summary>
public static class IntervalCoverage
{
    /// <summary>The share within.</summary>
    /// <param name="actual">Realised figures, finite; at least one.</param>
    /// <param name="low">Lower bounds; as many.</param>
    /// <param name="high">Upper bounds, none below its lower bound; as many.</param>
    /// <exception cref="ArgumentException">Nothing to compare, lengths that differ, a figure not finite or bounds in the wrong order.</exception>
    public static double Of(ReadOnlySpan<double> actual, ReadOnlySpan<double> low, ReadOnlySpan<double> high)
    {
        if (actual.IsEmpty) throw new ArgumentException("There is nothing to compare.", nameof(actual));
        if (actual.Length != low.Length || actual.Length != high.Length)
            throw new ArgumentException("There are as many bounds as realised figures.", nameof(low));
        var within = 0;
        for (var i = 0; i < actual.Length; i++)
        {
            if (!double.IsFinite(actual[i])) throw new ArgumentException("A realised figure is finite.", nameof(actual));
            if (!(low[i] <= high[i])) throw new ArgumentException("A lower bound is not above its upper bound.", nameof(low));
            if (actual[i] >= low[i] && actual[i] <= high[i]) within++;
        }

        return (double)within / actual.Length;
    }
}
