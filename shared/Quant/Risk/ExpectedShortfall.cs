using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// The mean loss in the worst share α = 1 − c of what happened, the last observation counted in part.
/// <code>
/// ES = −(1/α)·[ Σ w₍ₖ₎·x₍ₖ₎ over the worst while Σ w₍ₖ₎ ≤ α,  + (α − Σ w₍ₖ₎)·x of the next ]
/// </code>
/// x₍ₖ₎: profits sorted from the worst; w: their weights, 1/n for plain historical simulation; c: confidence. Losses are POSITIVE.
/// Coherent, and never below the value at risk of <see cref="HistoricalVar"/> or <see cref="WeightedHistoricalVar"/>.
/// Source: C. Acerbi, D. Tasche (2002), On the coherence of expected shortfall, Journal of Banking and Finance 26, proposition 4.1.
/// </summary>
public static class ExpectedShortfall
{
    /// <summary>The shortfall of equally weighted profits, in their unit.</summary>
    /// <param name="profits">Profit of each period, gains positive, at least one, finite.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <exception cref="ArgumentException">No profit, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence outside of its range.</exception>
    public static double Historical(ReadOnlySpan<double> profits, double confidence)
    {
        Inputs.CheckSeries(profits, 1, nameof(profits));
        Inputs.CheckConfidence(confidence);
        var sorted = profits.ToArray();
        Array.Sort(sorted);
        return OfSorted(sorted, confidence);
    }

    /// <summary>The shortfall of profits that count less the older they are (<see cref="WeightedHistoricalVar"/>).</summary>
    /// <param name="profits">Profit of each period, oldest first, gains positive, at least one, finite.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="decay">λ, above 0, at most 1.</param>
    /// <exception cref="ArgumentException">No profit, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence or decay outside of its range.</exception>
    public static double Weighted(ReadOnlySpan<double> profits, double confidence, double decay)
    {
        Inputs.CheckConfidence(confidence);
        var (sorted, weights) = WeightedHistoricalVar.Sorted(profits, decay);
        var (left, share, sum, k) = (1 - confidence, 1 - confidence, 0.0, 0);
        for (; k < sorted.Length && left > WeightedHistoricalVar.Rounding; k++)
        {
            var weight = Math.Min(weights[k], left);
            sum += weight / share * sorted[k];
            left -= weight;
        }

        // What rounding left over belongs to the last one counted.
        sum += left / share * sorted[Math.Max(k - 1, 0)];
        return Math.Clamp(-sum, -sorted[Math.Max(k - 1, 0)], -sorted[0]);
    }

    internal static double OfSorted(ReadOnlySpan<double> sorted, double confidence)
    {
        var tail = sorted.Length * (1 - confidence);
        var whole = Math.Min((int)(tail + WeightedHistoricalVar.Rounding), sorted.Length);
        if (whole == 0) return -sorted[0];
        var sum = 0.0;
        foreach (var x in sorted[..whole]) sum += x / tail;
        var part = Math.Max(0, tail - whole);
        if (whole < sorted.Length) sum += part / tail * sorted[whole];
        return Math.Clamp(-sum, HistoricalVar.OfSorted(sorted, confidence), -sorted[0]);
    }
}
