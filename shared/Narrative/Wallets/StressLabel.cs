using LiquidityRisk.Domain.Wallets.Stress;

namespace LiquidityRisk.Narrative.Wallets;

/// <summary>What a stress scenario is called.</summary>
public static class StressLabel
{
    /// <summary>The name.</summary>
    public static string Of(StressScenario scenario) => scenario switch
    {
        AssetFall fall => $"{fall.Asset} falls by {Figures.Percent(fall.Fall.Value / 1e6)}",
        Depeg depeg => $"{depeg.Stablecoin} falls to {Figures.Dollars(new(depeg.To.Value))}",
        Crash crash => $"Everything but stablecoins falls by {Figures.Percent(crash.Fall.Value / 1e6)}",
        _ => throw new ArgumentException("There is no such scenario.", nameof(scenario)),
    };
}
