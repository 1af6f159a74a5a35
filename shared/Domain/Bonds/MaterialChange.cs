using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>How much must change before readers are told.</summary>
/// <param name="Index">Points of the liquidity index.</param>
/// <param name="Spread">Spread.</param>
/// <param name="Price">Bid or ask, in percentage points of face.</param>
public sealed record ChangeThresholds(double Index, BasisPoints Spread, decimal Price)
{
    /// <summary>Half an index point, half a basis point of spread, half a cent per 100 of face.</summary>
    public static ChangeThresholds Standard { get; } = new(0.5, new(0.5), 0.005m);
}

/// <summary>The part of a liquidity profile that readers watch; null parts were not observed.</summary>
/// <param name="Index">The liquidity index.</param>
/// <param name="Level">Its band.</param>
/// <param name="Bid">Best bid.</param>
/// <param name="Ask">Best ask.</param>
public readonly record struct LiquidityReading(Score? Index, LiquidityLevel? Level, BondPrice? Bid, BondPrice? Ask)
{
    /// <summary>Reads a profile; null stays null.</summary>
    public static LiquidityReading? Of(LiquidityProfile? profile) =>
        profile is null ? null : new(profile.Index.Value, profile.Index.Level, profile.Market.Bid, profile.Market.Ask);
}

/// <summary>Tells news from noise.</summary>
public static class MaterialChange
{
    /// <summary>
    /// Whether a reader who knows the last announced reading should be told of the new one. Compare with what was
    /// announced, not with what was computed last, so that many small steps add up to news.
    /// </summary>
    public static bool InLiquidity(LiquidityReading? before, LiquidityReading? after, ChangeThresholds thresholds)
    {
        if (before is not { } announced || after is not { } current) return before.HasValue != after.HasValue;
        return announced.Level != current.Level
            || Moved(announced.Index?.Value, current.Index?.Value, thresholds.Index)
            || Moved(Spread(announced), Spread(current), thresholds.Spread.Value)
            || Moved((double?)announced.Bid?.PercentOfFace, (double?)current.Bid?.PercentOfFace, (double)thresholds.Price)
            || Moved((double?)announced.Ask?.PercentOfFace, (double?)current.Ask?.PercentOfFace, (double)thresholds.Price);
    }

    private static double? Spread(LiquidityReading r) =>
        r is { Bid: { } bid, Ask: { } ask } ? BasisPoints.Spread(bid, ask).Value : null;

    private static bool Moved(double? before, double? after, double threshold) =>
        before is null || after is null ? before is null != after is null : Math.Abs(before.Value - after.Value) >= threshold;
}
