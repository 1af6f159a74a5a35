using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Market;

/// <summary>What is known of one token's market, beside its price.</summary>
/// <param name="Token">Which token.</param>
/// <param name="DailyVolatility">Standard deviation of its daily returns over the volatility window, a fraction; null when too few are known.</param>
/// <param name="DailyVolume">Traded in the last 24 hours; null when not known.</param>
/// <param name="IsStablecoin">Whether it is meant to be worth one dollar.</param>
public sealed record TokenMarket(TokenSymbol Token, double? DailyVolatility, Usd? DailyVolume, bool IsStablecoin);

/// <summary>What a transaction costs.</summary>
/// <param name="Gwei">Price of one unit of gas, in 1e-9 ether, not negative.</param>
/// <param name="Ether">Price of ether.</param>
public readonly record struct GasPrice(decimal Gwei, UsdPrice Ether)
{
    /// <summary>The cost of so many units of gas.</summary>
    public Usd CostOf(int units) => new(units * Gwei * 0.000000001m * Ether.Value);
}
