using System.Collections.Immutable;
using LiquidityRisk.Domain.CashMarket.Matching;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.CashMarket.Liquidity;

/// <summary>A level of a side, priced.</summary>
/// <param name="Rule">Distance and share that were asked for.</param>
/// <param name="Price">A price that an order can carry.</param>
/// <param name="Deviation">How far it is from reference × (1 ± distance), relative to that and rounded up.</param>
public readonly record struct PriceLevel(LevelRule Rule, Ticks Price, PartsPerMillion Deviation);

/// <summary>A side's levels, nearest first, or why there are none.</summary>
/// <param name="Levels">The levels; empty when there is a fault.</param>
/// <param name="Fault">Why there are none; null when there are.</param>
/// <param name="IsCoarse">Whether a level is further from its target than the tolerance because a tick is that coarse.</param>
public sealed record PriceLevels(ImmutableArray<PriceLevel> Levels, PlanRefusalReason? Fault, bool IsCoarse)
{
    private const long Scale = 2L * PartsPerMillion.Whole;

    /// <summary>
    /// Prices the levels: bids rounded down to the tick and asks up, so that no bid of a plan reaches its asks. A level that would trade
    /// with the book moves one tick clear of it when that is still within tolerance of its target, and is refused otherwise.
    /// </summary>
    /// <param name="side">Bids or asks.</param>
    /// <param name="reference">What distances are measured from.</param>
    /// <param name="rules">The levels, nearest first.</param>
    /// <param name="book">Best prices of all orders, the makers' included.</param>
    /// <param name="tolerance">How far a level may be from its target.</param>
    public static PriceLevels Of(
        OrderSide side, HalfTicks reference, IReadOnlyList<LevelRule> rules, BookSpread book, PartsPerMillion tolerance)
    {
        ArgumentNullException.ThrowIfNull(rules);
        var levels = ImmutableArray.CreateBuilder<PriceLevel>(rules.Count);
        var coarse = false;
        foreach (var rule in rules)
        {
            var target = TargetOf(side, reference, rule.Distance);
            var rounded = side == OrderSide.Buy ? target / Scale : (target + Scale - 1) / Scale;
            var clear = Clear(side, rounded, book);
            if (clear is < 1 or > Ticks.Max) return Refused(clear == rounded ? PlanRefusalReason.PriceOutOfRange : PlanRefusalReason.WouldCrossBook);
            var deviation = PartsPerMillion.Apart(clear * Scale, target);
            if (deviation > tolerance && clear != rounded) return Refused(PlanRefusalReason.WouldCrossBook);
            coarse |= deviation > tolerance;
            levels.Add(new(rule, new((int)clear), deviation));
        }

        return new(levels.MoveToImmutable(), null, coarse);
    }

    /// <summary>The exact target in ticks × <see cref="Scale"/>: whole, because a reference is whole half ticks and a distance whole parts.</summary>
    private static long TargetOf(OrderSide side, HalfTicks reference, PartsPerMillion distance) =>
        (long)reference.Value * (side == OrderSide.Buy ? PartsPerMillion.Whole - distance.Value : PartsPerMillion.Whole + distance.Value);

    private static long Clear(OrderSide side, long price, BookSpread book) =>
        side == OrderSide.Buy
            ? book.Ask is { } ask ? Math.Min(price, ask.Value - 1) : price
            : book.Bid is { } bid ? Math.Max(price, bid.Value + 1) : price;

    private static PriceLevels Refused(PlanRefusalReason reason) => new([], reason, false);
}
