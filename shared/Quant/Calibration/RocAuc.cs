namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// How well scores put what happened above what did not: the area under the receiver operating characteristic.
/// <code>
/// AUC = P(score of a yes > score of a no) + ½·P(equal) = (Σ ranks of yes − n₁·(n₁ + 1)/2) / (n₁·n₀)
/// </code>
/// n₁, n₀: how many happened and did not; ranks from 1, the mean rank among equals. From 0 (upside down) through ½ (chance) to 1 (perfect);
/// high = good. Only the order counts. Source: J. Hanley and B. McNeil (1982), The meaning and use of the area under a ROC curve,
/// Radiology 143. Valid when both outcomes are among the cases.
/// </summary>
public static class RocAuc
{
    /// <summary>The area.</summary>
    /// <param name="scores">Probabilities or any other finite numbers that rise with likelihood.</param>
    /// <param name="happened">What happened; as many.</param>
    /// <exception cref="ArgumentException">Lengths that differ, a score that is not finite, or only one of the two outcomes.</exception>
    public static double Of(ReadOnlySpan<double> scores, ReadOnlySpan<bool> happened)
    {
        if (scores.Length != happened.Length) throw new ArgumentException("There are as many outcomes as scores.", nameof(happened));
        foreach (var score in scores)
            if (!double.IsFinite(score)) throw new ArgumentException("Every score is finite.", nameof(scores));
        if (!happened.Contains(true) || !happened.Contains(false)) throw new ArgumentException("Both outcomes must be among the cases.", nameof(happened));

        var sorted = scores.ToArray();
        var order = happened.ToArray();
        Array.Sort(sorted, order);
        var (ranks, yes) = (0.0, 0L);
        for (var start = 0; start < sorted.Length;)
        {
            var end = start;
            var among = 0;
            for (; end < sorted.Length && sorted[end] == sorted[start]; end++)
                if (order[end]) among++;
            ranks += among * ((start + 1 + end) / 2.0);
            yes += among;
            start = end;
        }

        return (ranks - (yes * (yes + 1) / 2.0)) / ((double)yes * (sorted.Length - yes));
    }
}
