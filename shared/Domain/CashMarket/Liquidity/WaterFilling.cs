using System.Collections.Immutable;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>
/// Max-min fair shares: everybody gets the same, except those who hold less, who give all they hold; what they lack is spread evenly
/// over the others. Like water poured into vessels that stand side by side.
/// </summary>
/// <remarks>
/// Bertsekas and Gallager, Data Networks, 2nd ed. 1992, section 6.5.2 (one link shared by sessions with a greatest rate). In whole units:
/// the units that do not divide evenly go one each to those who hold most. Symbols: c_i cap, T target, λ water level,
/// s_i = min(c_i, λ) or min(c_i, λ + 1), Σ s_i = T.
/// </remarks>
public static class WaterFilling
{
    /// <summary>Shares a target.</summary>
    /// <param name="caps">Most that each can give, in whole units (cents or lots), not negative. Their sum fits a <see cref="long"/>.</param>
    /// <param name="target">What is to be shared, from 0 to the sum of the caps, in the same units.</param>
    /// <returns>Shares in the order of the caps. A larger cap never gets less; of equal caps the earlier never gets less.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A negative number, or a target above the sum of the caps.</exception>
    public static FairShares Share(IReadOnlyList<long> caps, long target)
    {
        ArgumentNullException.ThrowIfNull(caps);
        if (caps.Any(c => c < 0)) throw new ArgumentOutOfRangeException(nameof(caps), "A cap is not negative.");
        if (target < 0 || target > caps.Sum()) throw new ArgumentOutOfRangeException(nameof(target), target, "A target is 0 to the sum of the caps.");
        var order = Enumerable.Range(0, caps.Count).OrderBy(i => caps[i]).ThenByDescending(i => i).ToArray();
        var shares = new long[caps.Count];
        var (first, left) = (0, target);
        while (first < order.Length && caps[order[first]] <= left / (order.Length - first))
        {
            shares[order[first]] = caps[order[first]];
            left -= caps[order[first++]];
        }

        var level = first < order.Length ? left / (order.Length - first) : order.Length == 0 ? 0 : caps[order[^1]];
        var odd = first < order.Length ? left % (order.Length - first) : 0;
        for (var k = first; k < order.Length; k++) shares[order[k]] = level + (k >= order.Length - odd ? 1 : 0);
        return new([.. shares], [.. shares.Select((s, i) => s == caps[i] && s < level)], level);
    }
}

/// <summary>Shares of a target, in whole units.</summary>
/// <param name="Shares">By maker; they sum to the target.</param>
/// <param name="Capped">By maker: whether it gives all it holds and that is less than the others give.</param>
/// <param name="Level">The water level: what everybody gives who holds more, up to one unit; the largest cap when all is given.</param>
public sealed record FairShares(ImmutableArray<long> Shares, ImmutableArray<bool> Capped, long Level);
