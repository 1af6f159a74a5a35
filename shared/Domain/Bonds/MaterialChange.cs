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

/// <summary>Tells news from noise.</summary>
public static class MaterialChange
{
    /// <summary>
    /// Whether a reader who knows the last announced translation should be told of the new one. Compare with what was
    /// announced, not with what was computed last, so that many small steps add up to news.
    /// </summary>
    public static bool InLiquidity(LiquidityProfile? announced, LiquidityProfile? current, ChangeThresholds thresholds)
    {
        if (announced is null || current is null) return !ReferenceEquals(announced, current);
        return announced.Index.Level != current.Index.Level
            || Moved(announced.Index.Value?.Value, current.Index.Value?.Value, thresholds.Index)
            || Moved(announced.Market.Spread?.Value, current.Market.Spread?.Value, thresholds.Spread.Value)
            || Moved(announced.Market.Bid, current.Market.Bid, thresholds.Price)
            || Moved(announced.Market.Ask, current.Market.Ask, thresholds.Price);
    }

    private static bool Moved(double? before, double? after, double threshold) =>
        before is null || after is null ? before is null != after is null : Math.Abs(before.Value - after.Value) >= threshold;

    private static bool Moved(BondPrice? before, BondPrice? after, decimal threshold) =>
        before is null || after is null ? before is null != after is null : Math.Abs(before.Value - after.Value) >= threshold;
}
