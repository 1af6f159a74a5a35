using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
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

    /// <summary>The cost of selling all collateral at once, by token: one that secures several positions is sold as one holding. What has no price is left out.</summary>
    /// <param name="holdings">What secures debts.</param>
    /// <param name="prices">Prices.</param>
    /// <param name="markets">What is known of the tokens' markets.</param>
    /// <param name="assumptions">What stands in for what is not known.</param>
    public static IReadOnlyDictionary<TokenSymbol, ExitCost> OfCollateral(
        WalletHoldings holdings, PriceBook prices, IReadOnlyDictionary<TokenSymbol, TokenMarket> markets, ExitAssumptions assumptions) => holdings.Positions
        .SelectMany(p => p.Supplied)
        .Where(s => s.IsCollateral && prices.Of(s.Asset) is not null)
        .GroupBy(s => s.Asset, s => s.Amount * prices.Of(s.Asset)!.Value)
        .ToDictionary(g => g.Key, g =>
        {
            var size = new Usd(g.Sum(v => v.Amount));
            return new ExitCost(size, Fraction(size, markets.GetValueOrDefault(g.Key), assumptions));
        });
}

/// <summary>What selling one holding at once costs.</summary>
/// <param name="Size">What it is worth at the mark.</param>
/// <param name="Fraction">The cost, a fraction of that from 0 to 1.</param>
public readonly record struct ExitCost(Usd Size, double Fraction)
{
    /// <summary>What is left of a dollar.</summary>
    public decimal Kept => 1 - (decimal)Fraction;
}
