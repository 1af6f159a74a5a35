namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// Predictions in bins of equal width, each against what happened: on a calibrated model the mean prediction of a bin lies within the
/// interval of its observed share.
/// <code>
/// bin b: b/B ≤ p &lt; (b + 1)/B, the last one with 1
/// </code>
/// Empty bins are left out. The interval is <see cref="WilsonInterval"/> at 95 %. Source: A. H. Murphy and R. L. Winkler (1977),
/// Reliability of subjective probability forecasts of precipitation and temperature, Applied Statistics 26.
/// </summary>
public static class ReliabilityTable
{
    /// <summary>Confidence of the interval of each observed share.</summary>
    public const double Confidence = 0.95;

    /// <summary>The bins that hold any prediction, lowest first.</summary>
    /// <param name="predicted">Probabilities, 0 to 1; at least one.</param>
    /// <param name="happened">What happened; as many.</param>
    /// <param name="bins">B, 1 to 100.</param>
    /// <exception cref="ArgumentException">Nothing to score, lengths that differ, a prediction outside of [0, 1] or bins outside of [1, 100].</exception>
    public static IReadOnlyList<ReliabilityBin> Of(ReadOnlySpan<double> predicted, ReadOnlySpan<bool> happened, int bins = 10)
    {
        Predictions.Check(predicted, happened);
        if (bins is < 1 or > 100) throw new ArgumentOutOfRangeException(nameof(bins), bins, "From 1 to 100 bins.");
        var (counts, sums, hits) = (new int[bins], new double[bins], new int[bins]);
        for (var i = 0; i < predicted.Length; i++)
        {
            var b = Math.Min(bins - 1, (int)(predicted[i] * bins));
            counts[b]++;
            sums[b] += predicted[i];
            if (happened[i]) hits[b]++;
        }

        var table = new List<ReliabilityBin>(bins);
        for (var b = 0; b < bins; b++)
        {
            if (counts[b] == 0) continue;
            var (low, high) = WilsonInterval.Of(hits[b], counts[b], Confidence);
            table.Add(new((double)b / bins, (double)(b + 1) / bins, counts[b], sums[b] / counts[b], (double)hits[b] / counts[b], low, high));
        }

        return table;
    }

    /// <summary>
    /// Expected calibration error: the distance between mean prediction and observed share, averaged over the predictions. 0 to 1,
    /// low = good. Source: M. P. Naeini, G. Cooper, M. Hauskrecht (2015), Obtaining well calibrated probabilities using Bayesian binning,
    /// AAAI.
    /// </summary>
    /// <exception cref="ArgumentException">No bins.</exception>
    public static double ExpectedError(IReadOnlyList<ReliabilityBin> table)
    {
        if (table.Count == 0) throw new ArgumentException("There are no bins.", nameof(table));
        return table.Sum(b => b.Count * Math.Abs(b.MeanPredicted - b.Observed)) / table.Sum(b => b.Count);
    }
}

/// <summary>One bin of a reliability table.</summary>
/// <param name="From">Lowest probability of the bin.</param>
/// <param name="To">Where the next one begins.</param>
/// <param name="Count">Predictions in it, at least 1.</param>
/// <param name="MeanPredicted">Their mean.</param>
/// <param name="Observed">Share of them that happened.</param>
/// <param name="Low">Lower bound of that share at 95 %.</param>
/// <param name="High">Upper bound of that share at 95 %.</param>
public sealed record ReliabilityBin(
    double From, double To, int Count, double MeanPredicted, double Observed, double Low, double High);
