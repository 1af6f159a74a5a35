using LiquidityRisk.Domain.Bonds;

namespace LiquidityRisk.Flows.Bonds;

/// <summary>Knobs of the bond flows.</summary>
/// <param name="Weights">Weights of the liquidity index; they sum to 1.</param>
/// <param name="Thresholds">How much must change before subscribers are told.</param>
/// <param name="LiquidityTtl">How long a stored liquidity profile is served by <c>mode=fast</c>. Default 5 minutes.</param>
/// <param name="MaxOutbox">
/// Announcements kept per bond while the publisher is down, 2 to 100. Default 20: beyond that subscribers see a gap in
/// <c>seq</c> and ask for a snapshot, which is cheaper than an unbounded document.
/// </param>
public sealed record BondSettings(LiquidityWeights Weights, ChangeThresholds Thresholds, TimeSpan LiquidityTtl, int MaxOutbox)
{
    /// <summary>The defaults.</summary>
    public static BondSettings Standard { get; } =
        new(LiquidityWeights.Standard, ChangeThresholds.Standard, TimeSpan.FromMinutes(5), 20);
}
