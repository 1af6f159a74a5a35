namespace LiquidityRisk.Quant.Statistics;

/// <summary>
/// How far two measurements put things into the same order (Spearman's ρ).
/// <code>
/// ρ  = Pearson correlation of the ranks          equal values share the average of their ranks
/// 95 % interval = tanh(artanh ρ ± 1.96·√((1 + ρ²/2) / (n − 3)))
/// </code>
/// From −1 (opposite order) to 1 (same order); 0: no monotone relation. Sources: C. Spearman (1904), American Journal of Psychology 15;
/// the interval after D. G. Bonett and T. A. Wright (2000), Psychometrika 65, 23–28, for independent pairs.
/// </summary>
public static class RankCorrelation
{
    private const double Normal975 = 1.959963984540054;

    /// <summary>ρ; null when one of the two does not vary.</summary>
    /// <param name="x">First measurement of each thing.</param>
    /// <param name="y">Second measurement; as many.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a number is not finite.</exception>
    public static double? Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length) throw new ArgumentException("There are as many second as first measurements.", nameof(y));
        var (a, b) = (Ranks(x), Ranks(y));
        var mean = (x.Length + 1) / 2.0;
        var (ab, aa, bb) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            ab += (a[i] - mean) * (b[i] - mean);
            aa += (a[i] - mean) * (a[i] - mean);
            bb += (b[i] - mean) * (b[i] - mean);
        }

        return aa > 0 && bb > 0 ? Math.Clamp(ab / Math.Sqrt(aa * bb), -1, 1) : null;
    }

    /// <summary>The 95 % interval of ρ.</summary>
    /// <param name="rho">ρ, −1 to 1.</param>
    /// <param name="pairs">n, at least 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    public static (double Low, double High) Interval(double rho, int pairs)
    {
        if (rho is not (>= -1 and <= 1)) throw new ArgumentOutOfRangeException(nameof(rho), rho, "A correlation is from −1 to 1.");
        if (pairs < 4) throw new ArgumentOutOfRangeException(nameof(pairs), pairs, "An interval takes at least four pairs.");
        var half = Normal975 * Math.Sqrt((1 + (rho * rho / 2)) / (pairs - 3));
        return (Math.Tanh(Math.Atanh(rho) - half), Math.Tanh(Math.Atanh(rho) + half));
    }

    /// <summary>Ranks from 1; equal values share the average of theirs.</summary>
    /// <exception cref="ArgumentException">A number is not finite.</exception>
    public static double[] Ranks(ReadOnlySpan<double> values)
    {
        foreach (var value in values)
            if (!double.IsFinite(value)) throw new ArgumentException("What is ranked is finite.", nameof(values));
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (var from = 0; from < sorted.Length;)
        {
            var to = from;
            while (to + 1 < sorted.Length && sorted[to + 1].Equals(sorted[from])) to++;
            for (var i = from; i <= to; i++) ranks[order[i]] = ((from + to) / 2.0) + 1;
            from = to + 1;
        }

        return ranks;
    }
}
