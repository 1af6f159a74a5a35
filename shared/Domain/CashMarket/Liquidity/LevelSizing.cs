using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>
/// How many certificates go to each level. A level's part of the money is divided by the level's own price: divided by the reference
/// price, asks would be worth more than was asked for (0.32 % with the standard levels).
/// </summary>
/// <remarks>
/// Largest remainder (Hamilton, Hare-Niemeyer): whole lots first, then one more lot to the level with the largest fraction left, again
/// until the rest buys no lot at any level. Symbols: A amount in cents, w_j share, p_j price in ticks, q_j lots: q_j ≈ w_j A / p_j,
/// Σ p_j q_j ≤ A and A − Σ p_j q_j below the lowest price.
/// </remarks>
public static class LevelSizing
{
    /// <summary>Sizes the levels of a side.</summary>
    /// <param name="amount">Euros, from 0 to 10^12; parts of a cent are left out.</param>
    /// <param name="levels">The priced levels, at least one.</param>
    /// <returns>Lots by level.</returns>
    public static ImmutableArray<Lots> Size(Money amount, IReadOnlyList<PriceLevel> levels)
    {
        ArgumentNullException.ThrowIfNull(levels);
        return [.. Size(Cents.Within(amount), levels).Select(q => new Lots(q))];
    }

    internal static long[] Size(long cents, IReadOnlyList<PriceLevel> levels)
    {
        var lots = new long[levels.Count];
        var fractions = new Int128[levels.Count];
        var left = cents;
        for (var j = 0; j < lots.Length; j++)
        {
            var (part, price) = ((Int128)cents * levels[j].Rule.Share.Value, (Int128)levels[j].Price.Value * PartsPerMillion.Whole);
            lots[j] = (long)(part / price);
            fractions[j] = part % price;
            left -= lots[j] * levels[j].Price.Value;
        }

        var order = Enumerable.Range(0, lots.Length).ToArray();
        Array.Sort(order, (a, b) =>
            (fractions[b] * levels[a].Price.Value).CompareTo(fractions[a] * levels[b].Price.Value) is var byFraction and not 0 ? byFraction : a.CompareTo(b));
        for (var added = true; added;)
        {
            added = false;
            foreach (var j in order)
            {
                if (levels[j].Price.Value > left) continue;
                lots[j]++;
                left -= levels[j].Price.Value;
                added = true;
            }
        }

        return lots;
    }
}
