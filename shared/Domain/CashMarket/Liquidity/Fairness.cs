namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>How even an allocation is, with a proof that it is as even as it can be.</summary>
/// <param name="JainIndex">Jain's index, 1/n to 1.</param>
/// <param name="Certificate">The proof.</param>
public sealed record Fairness(double JainIndex, MaxMinCertificate Certificate)
{
    /// <summary>Of an allocation.</summary>
    /// <param name="caps">Most that each can give, in whole units.</param>
    /// <param name="amounts">What each gives, in the same units.</param>
    /// <param name="grain">The least that can be moved from one to another, in the same units, above zero.</param>
    public static Fairness Of(IReadOnlyList<long> caps, IReadOnlyList<long> amounts, long grain) =>
        new(Jain(amounts), MaxMinCertificate.Of(caps, amounts, grain));

    /// <summary>
    /// (Σ x)² / (n Σ x²): 1 when all give the same, 1/n when one gives everything, 1 when there is nothing to give. Jain, Chiu and Hawe, A
    /// Quantitative Measure of Fairness and Discrimination for Resource Allocation, DEC-TR-301, 1984.
    /// </summary>
    public static double Jain(IReadOnlyList<long> amounts)
    {
        ArgumentNullException.ThrowIfNull(amounts);
        var (sum, squares) = (0.0, 0.0);
        foreach (var amount in amounts)
        {
            sum += amount;
            squares += (double)amount * amount;
        }

        return squares == 0 ? 1 : sum * sum / (amounts.Count * squares);
    }
}

/// <summary>
/// A witness of max-min fairness: moving a grain to a maker helps only if it comes from one that would still be better off without it,
/// so an allocation is fair when nobody with room for a grain is more than a grain below the best off. Anybody can check it with the
/// balances and the amounts, without knowing how they were found.
/// </summary>
/// <param name="Grain">The least that can be moved, in whole units (cents or lots).</param>
/// <param name="WorstOff">The smallest amount of a maker with room for a grain; null when nobody has room.</param>
/// <param name="BestOff">The largest amount; 0 when there is nobody.</param>
public readonly record struct MaxMinCertificate(long Grain, long? WorstOff, long BestOff)
{
    /// <summary>Whether no reassignment helps the worst off.</summary>
    public bool Holds => WorstOff is not { } worst || BestOff - worst <= Grain;

    /// <summary>Of an allocation; see <see cref="Fairness.Of"/>.</summary>
    /// <exception cref="ArgumentException">The lists are not equally long.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The grain is not above zero.</exception>
    public static MaxMinCertificate Of(IReadOnlyList<long> caps, IReadOnlyList<long> amounts, long grain)
    {
        ArgumentNullException.ThrowIfNull(caps);
        ArgumentNullException.ThrowIfNull(amounts);
        ArgumentOutOfRangeException.ThrowIfLessThan(grain, 1);
        if (caps.Count != amounts.Count) throw new ArgumentException("Each maker has a cap and an amount.", nameof(amounts));
        long? worst = null;
        var best = 0L;
        for (var i = 0; i < caps.Count; i++)
        {
            best = Math.Max(best, amounts[i]);
            if (caps[i] - amounts[i] >= grain) worst = Math.Min(worst ?? long.MaxValue, amounts[i]);
        }

        return new(grain, worst, best);
    }
}
