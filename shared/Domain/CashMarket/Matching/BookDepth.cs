using System.Collections.Immutable;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Matching;

/// <summary>All orders of one price together.</summary>
/// <param name="Price">The price.</param>
/// <param name="Quantity">What is left of them.</param>
/// <param name="Orders">How many they are.</param>
public readonly record struct DepthLevel(Ticks Price, Lots Quantity, int Orders);

/// <summary>A level that became another one.</summary>
/// <param name="Side">On which side.</param>
/// <param name="Level">The level from now on; no orders and no quantity when it is gone.</param>
public readonly record struct DepthChange(OrderSide Side, DepthLevel Level);

/// <summary>A book by price, as people see it.</summary>
/// <param name="Bids">Highest price first.</param>
/// <param name="Asks">Lowest price first.</param>
public sealed record BookDepth(ImmutableArray<DepthLevel> Bids, ImmutableArray<DepthLevel> Asks)
{
    /// <summary>Nothing on either side.</summary>
    public static BookDepth Empty { get; } = new([], []);

    /// <summary>
    /// What makes an earlier view of the book this one: bids, then asks, best price first. Both views reach equally deep; with a
    /// limited depth a level that was pushed out of view counts as gone.
    /// </summary>
    public ImmutableArray<DepthChange> ChangesSince(BookDepth before)
    {
        ArgumentNullException.ThrowIfNull(before);
        var changes = ImmutableArray.CreateBuilder<DepthChange>();
        Compare(OrderSide.Buy, before.Bids, Bids, changes);
        Compare(OrderSide.Sell, before.Asks, Asks, changes);
        return changes.DrainToImmutable();
    }

    /// <summary>This view after some changes; the opposite of <see cref="ChangesSince"/>.</summary>
    public BookDepth With(IEnumerable<DepthChange> changes)
    {
        var bids = Bids.ToDictionary(l => l.Price);
        var asks = Asks.ToDictionary(l => l.Price);
        foreach (var (side, level) in changes)
        {
            var levels = side == OrderSide.Buy ? bids : asks;
            if (level.Orders == 0) levels.Remove(level.Price);
            else levels[level.Price] = level;
        }

        return new([.. bids.Values.OrderByDescending(l => l.Price)], [.. asks.Values.OrderBy(l => l.Price)]);
    }

    private static void Compare(
        OrderSide side, ImmutableArray<DepthLevel> before, ImmutableArray<DepthLevel> after, ImmutableArray<DepthChange>.Builder changes)
    {
        var (i, j) = (0, 0);
        while (i < before.Length || j < after.Length)
        {
            var order = i == before.Length ? 1 : j == after.Length ? -1 : Better(side, before[i].Price, after[j].Price);
            if (order < 0) changes.Add(new(side, new(before[i++].Price, default, 0)));
            else if (order > 0) changes.Add(new(side, after[j++]));
            else if (before[i++] != after[j++]) changes.Add(new(side, after[j - 1]));
        }
    }

    private static int Better(OrderSide side, Ticks left, Ticks right) =>
        side == OrderSide.Buy ? right.CompareTo(left) : left.CompareTo(right);
}
