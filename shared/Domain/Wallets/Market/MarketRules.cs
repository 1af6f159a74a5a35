namespace LiquidityRisk.Domain.Wallets.Market;

/// <summary>How a market view is made of prices and history.</summary>
/// <param name="VolatilityDays">Daily returns that volatility looks at, 2 to 365. Seven is the mission's.</param>
/// <param name="HistoryDays">Daily returns that value at risk and correlation look at, 100 to 365.</param>
/// <param name="Paths">Simulated futures, even, 100 to 100,000.</param>
/// <param name="Seed">The same seed gives the same futures.</param>
public sealed record MarketRules(int VolatilityDays, int HistoryDays, int Paths, ulong Seed)
{
    /// <summary>A week for volatility, a year for the rest.</summary>
    public static MarketRules Standard { get; } = new(7, 365, 2_000, 20260101);

    /// <summary>Tokens that are meant to be worth one dollar.</summary>
    public static bool IsStablecoin(string symbol) => symbol is
        "USDC" or "USDC.e" or "USDT" or "DAI" or "sDAI" or "USDS" or "sUSDS" or "FRAX" or "LUSD" or "GHO" or "crvUSD" or "PYUSD" or "TUSD"
        or "BUSD" or "USDP" or "sUSD" or "USDe" or "sUSDe" or "RLUSD" or "USDtb" or "GUSD" or "FDUSD" or "fxUSD";
}
