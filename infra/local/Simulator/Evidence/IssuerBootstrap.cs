namespace LiquidityRisk.Local.Simulator.Evidence;

/// <summary>
/// The 95 % interval of a statistic by drawing issuers with replacement: bonds of one issuer resemble each other, and so does a bond
/// on two days, so they are drawn together.
/// </summary>
internal static class IssuerBootstrap
{
    /// <summary>How many samples are drawn.</summary>
    public const int Samples = 500;

    private const int Seed = 1;

    /// <summary>The percentiles 2.5 and 97.5 of the statistic over the samples that have one.</summary>
    /// <param name="rows">What the statistic is of.</param>
    /// <param name="issuer">Whose bond a row is.</param>
    /// <param name="statistic">Null when a sample has none.</param>
    public static (double Low, double High) Interval<T>(
        IReadOnlyList<T> rows, Func<T, string> issuer, Func<IReadOnlyList<T>, double?> statistic)
    {
        var groups = rows.GroupBy(issuer, StringComparer.Ordinal).Select(g => g.ToArray()).ToArray();
        var random = new Random(Seed);
        var found = new List<double>(Samples);
        for (var i = 0; i < Samples; i++)
        {
            var sample = new List<T>(rows.Count);
            for (var k = 0; k < groups.Length; k++) sample.AddRange(groups[random.Next(groups.Length)]);
            if (statistic(sample) is { } value) found.Add(value);
        }

        found.Sort();
        return found.Count == 0 ? (double.NaN, double.NaN) : (found[found.Count / 40], found[^((found.Count / 40) + 1)]);
    }
}
