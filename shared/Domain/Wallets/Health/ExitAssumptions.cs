using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Health;

/// <summary>What selling a holding at once is taken to cost where its market does not tell.</summary>
/// <param name="StablecoinHalfSpread">Half the spread of a stablecoin with its pool's fee, a fraction of the price from 0 to 1.</param>
/// <param name="HalfSpread">The same of any other token.</param>
/// <param name="ImpactCoefficient">Y of the square-root law, not negative; about 1.</param>
/// <param name="UnknownStablecoinVolatility">Daily volatility of a stablecoin that has none, a fraction, not negative.</param>
/// <param name="UnknownVolatility">The same of any other token.</param>
/// <param name="UnknownVolume">Daily volume of a token that has none, above 0.</param>
public sealed record ExitAssumptions(
    double StablecoinHalfSpread,
    double HalfSpread,
    double ImpactCoefficient,
    double UnknownStablecoinVolatility,
    double UnknownVolatility,
    Usd UnknownVolume)
{
    /// <summary>
    /// Half spreads of 5 and 15 basis points, which are the order of the fees of the pools where such tokens trade; what is not known is
    /// taken to be bad: volatility as of a day of crisis (1 and 10 %), and no more volume than the alert of low liquidity starts at ($100,000).
    /// </summary>
    public static ExitAssumptions Standard { get; } = new(0.0005, 0.0015, 1, 0.01, 0.10, new(100_000));
}
