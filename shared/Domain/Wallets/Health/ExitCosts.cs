using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Quant.OrderFlow;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Health;

/// <summary>
/// What selling a holding at once costs: half the spread and the mean impact of the square-root law over a day,
/// <c>half spread + (2/3)·Y·σ·√(size / volume)</c>, at most the whole. A token that does not trade at all cannot be sold: it costs the whole.
/// Beyond a day's volume the law is stretched past where it was observed; its cost is a lower bound there.
/// </summary>
public static class ExitCosts
{
    /// <summary>The cost in dollars, from 0 to the size.</summary>
    /// <param name="size">What the holding is worth at the mark, not negative.</param>
    /// <param name="market">The token's market; null when nothing is known of it.</param>
    /// <param name="assumptions">What stands in for what is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public static Usd Of(Usd size, TokenMarket? market, ExitAssumptions assumptions) =>
        size * (decimal)Fraction(size, market, assumptions);

    /// <summary>The cost as a fraction of the size, from 0 to 1; of no size it is half the spread.</summary>
    /// <inheritdoc cref="Of" path="/*[self::param or self::exception]"/>
    public static double Fraction(Usd size, TokenMarket? market, ExitAssumptions assumptions)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size.Amount, nameof(size));
        var isStablecoin = market is { IsStablecoin: true };
        var volume = (double)(market?.DailyVolume ?? assumptions.UnknownVolume).Amount;
        if (volume <= 0) return 1;
        var volatility = market?.DailyVolatility
            ?? (isStablecoin ? assumptions.UnknownStablecoinVolatility : assumptions.UnknownVolatility);
        var impact = SquareRootImpact.MeanCost(assumptions.ImpactCoefficient, volatility, (double)size.Amount, volume);
        return Math.Min(1, (isStablecoin ? assumptions.StablecoinHalfSpread : assumptions.HalfSpread) + impact);
    }
}
