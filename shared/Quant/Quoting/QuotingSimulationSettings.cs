namespace LiquidityRisk.Quant.Quoting;

/// <summary>Where a simulated dealer quotes.</summary>
public enum QuotingStrategy
{
    /// <summary>Around the reservation price, with the model's spread at each time.</summary>
    Inventory,

    /// <summary>Around the mid price, with the time average of the model's spread (the paper's benchmark).</summary>
    Symmetric,
}

/// <summary>How an intensity λ becomes the probability of a fill in a step dt.</summary>
public enum FillProbability
{
    /// <summary>min(λ·dt, 1), as the paper says; well above the next one when λ·dt is not small.</summary>
    Linear,

    /// <summary>1 − e^(−λ·dt), exact for fills that arrive as a Poisson process.</summary>
    Poisson,
}

/// <summary>A market and a dealer to simulate.</summary>
/// <param name="Mid">Mid price at the start.</param>
/// <param name="Horizon">T, time; quotes end and the inventory is valued at the mid.</param>
/// <param name="Steps">Steps of T/Steps each, 1 to 1,000,000.</param>
/// <param name="Volatility">σ.</param>
/// <param name="Aversion">γ.</param>
/// <param name="Decay">k.</param>
/// <param name="Intensity">A.</param>
/// <param name="Paths">Independent runs, 2 to 1,000,000.</param>
public sealed record QuotingSimulationSettings(
    double Mid, TimeLeft Horizon, int Steps, PriceVolatility Volatility, RiskAversion Aversion, FillDecay Decay, FillIntensity Intensity, int Paths)
{
    /// <summary>Probability of a fill; the paper's by default.</summary>
    public FillProbability Fills { get; init; }
}

/// <summary>What came of simulated dealers.</summary>
/// <param name="MeanSpread">Mean of ask − bid over times and paths, in price.</param>
/// <param name="MeanProfit">Mean of cash + q·mid at the end, in price · lot.</param>
/// <param name="ProfitDeviation">Standard deviation of profits (n − 1).</param>
/// <param name="MeanInventory">Mean of q at the end, in lots.</param>
/// <param name="InventoryDeviation">Standard deviation of q at the end (n − 1).</param>
/// <param name="MeanFills">Mean number of fills of a path.</param>
public sealed record QuotingSimulationResult(
    double MeanSpread, double MeanProfit, double ProfitDeviation, double MeanInventory, double InventoryDeviation, double MeanFills);
