using LiquidityRisk.Domain.Bonds.Exits;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Bonds;

/// <summary>What a complete translation is made under, besides the inputs.</summary>
/// <param name="Weights">Weights of the liquidity index.</param>
/// <param name="Policy">What the house allows.</param>
/// <param name="TradeSize">The face amount that the ways out are for.</param>
public sealed record TranslationModel(LiquidityWeights Weights, ExitPolicy Policy, FaceAmount TradeSize);

/// <summary>How long each part of a stored translation is served before it is made anew, each on its own clock.</summary>
/// <param name="Liquidity">Default 5 minutes.</param>
/// <param name="Exits">Default 15 minutes.</param>
/// <param name="Risk">Default 24 hours.</param>
public sealed record TranslationClocks(TimeSpan Liquidity, TimeSpan Exits, TimeSpan Risk)
{
    /// <summary>The founding document's lifetimes.</summary>
    public static TranslationClocks Standard { get; } = new(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(24));
}
