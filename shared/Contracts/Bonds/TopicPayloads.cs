using LiquidityRisk.Units;

namespace LiquidityRisk.Contracts.Bonds;

/// <summary>Payload of <c>liquidity_update</c>, and of <c>snapshot</c> on the topics of a bond.</summary>
/// <param name="Isin">Which bond.</param>
/// <param name="LiquidityProfile">How easy it is to sell; null when its market was never seen.</param>
/// <param name="RetailNarrative">The same in plain words.</param>
/// <param name="AsOf">The instant it speaks for.</param>
public sealed record LiquidityPayload(
    Isin Isin, LiquidityProfileAnswer? LiquidityProfile, string RetailNarrative, DateTimeOffset AsOf);
