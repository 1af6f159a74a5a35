using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Quant.Volatility;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Market;

/// <summary>Makes a market view of what sources gave.</summary>
public static class MarketViews
{
    /// <summary>Puts a market view together.</summary>
    /// <param name="asOf">When.</param>
    /// <param name="prices">Prices now.</param>
    /// <param name="volumes">Traded in the last 24 hours, as far as known.</param>
    /// <param name="closes">Daily closes, as far as known.</param>
    /// <param name="gwei">Price of a unit of gas in 1e-9 ether; null when not known.</param>
    /// <param name="locked">Value locked in protocols, as far as known.</param>
    /// <param name="rules">Windows and futures.</param>
    public static MarketView Of(
        DateTimeOffset asOf,
        PriceBook prices,
        IReadOnlyDictionary<TokenSymbol, Usd> volumes,
        IReadOnlyDictionary<TokenSymbol, IReadOnlyList<DayPrice>> closes,
        decimal? gwei,
        IReadOnlyDictionary<LendingProtocol, Usd> locked,
        MarketRules rules)
    {
        var returns = ReturnTable.Of(closes, rules.HistoryDays);
        var tokens = prices.Tokens.Concat(volumes.Keys).Concat(closes.Keys).Distinct().ToDictionary(
            t => t,
            t => new TokenMarket(
                t,
                DailyVolatility(returns.Of(t), rules.VolatilityDays),
                volumes.TryGetValue(t, out var volume) ? volume : null,
                MarketRules.IsStablecoin(t.Value)));
        GasPrice? gas = gwei is { } price && prices.Of(TokenSymbol.Eth) is { } ether ? new GasPrice(price, ether) : null;
        return new MarketView(asOf, prices, tokens, returns, ScenarioSet.Of(returns, rules.Paths, rules.Seed), gas, locked);
    }

    // Of the newest days only, and only when all of them are known.
    private static double? DailyVolatility(ReadOnlySpan<double> returns, int days)
    {
        if (returns.Length < days) return null;
        var newest = returns[^days..];
        foreach (var r in newest)
            if (!double.IsFinite(r)) return null;
        return CloseToCloseVolatility.OfReturns(newest, periodsPerYear: 1);
    }
}
