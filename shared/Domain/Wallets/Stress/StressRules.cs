using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Stress;

/// <summary>What wallets are put through.</summary>
/// <param name="AssetFalls">By how much each token that is no stablecoin falls, alone.</param>
/// <param name="Depegs">To what each stablecoin falls, alone.</param>
/// <param name="Crashes">By how much all tokens that are no stablecoins fall together.</param>
/// <param name="SafetyThreshold">That of the health ratio, above 0.</param>
public sealed record StressRules(
    IReadOnlyList<PartsPerMillion> AssetFalls, IReadOnlyList<UsdPrice> Depegs, IReadOnlyList<PartsPerMillion> Crashes, decimal SafetyThreshold)
{
    /// <summary>Falls of 10, 20, 30 and 50 %, stablecoins at 0.95 and 0.90, crashes of 20 and 40 %, a safety threshold of 1.2.</summary>
    public static StressRules Standard { get; } = new(
        [new(100_000), new(200_000), new(300_000), new(500_000)], [new(0.95m), new(0.90m)], [new(200_000), new(400_000)], 1.2m);
}

/// <summary>One thing that wallets are put through.</summary>
public abstract record StressScenario;

/// <summary>One token falls.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Fall">By how much.</param>
public sealed record AssetFall(TokenSymbol Asset, PartsPerMillion Fall) : StressScenario;

/// <summary>A stablecoin loses its peg; one that is below already stays where it is.</summary>
/// <param name="Stablecoin">Which token.</param>
/// <param name="To">Its price then.</param>
public sealed record Depeg(TokenSymbol Stablecoin, UsdPrice To) : StressScenario;

/// <summary>All tokens that are no stablecoins fall alike.</summary>
/// <param name="Fall">By how much.</param>
public sealed record Crash(PartsPerMillion Fall) : StressScenario;
