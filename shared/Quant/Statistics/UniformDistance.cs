namespace LiquidityRisk.Quant.Statistics;

/// <summary>
/// How far a sample is from being uniform on [0, 1]: the Kolmogorov–Smirnov distance.
/// <code>
/// D = max over x of |share of the sample ≤ x − x|
/// </code>
/// 0: perfectly even; near 1: all at one end. A sample of n that is uniform stays below about 1.36/√n in 95 % of cases (A. Kolmogorov
/// 1933; large n).
/// </summary>
public static class UniformDistance
{
    /// <summary>D, 0 to 1.</summary>
    /// <param name="sample">At least one number from 0 to 1.</param>
    /// <exception cref="ArgumentException">The sample is empty or a number lies outside of [0, 1].</exception>
    public static double Of(ReadOnlySpan<double> sample)
    {
        if (sample.IsEmpty) throw new ArgumentException("A distance takes at least one number.", nameof(sample));
        var sorted = sample.ToArray();
        Array.Sort(sorted);
        if (!(sorted[0] >= 0 && sorted[^1] <= 1)) throw new ArgumentException("Numbers are from 0 to 1.", nameof(sample));
        var distance = 0.0;
        for (var i = 0; i < sorted.Length; i++)
            distance = Math.Max(distance, Math.Max(sorted[i] - (i / (double)sorted.Length), ((i + 1.0) / sorted.Length) - sorted[i]));
        return distance;
    }
}
