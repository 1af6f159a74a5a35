using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>Who could take what of a position.</summary>
public static class LiquidationPreview
{
    /// <summary>How far below 1 a health factor is in the preview of falling prices.</summary>
    private const decimal JustBelow = 0.000000001m;

    /// <summary>
    /// What a liquidator could take now, for every pair of debt and collateral with a price, the most profitable first. Empty when the position
    /// is healthy, has no debt, or its health is not known because a debt has no price.
    /// </summary>
    public static IReadOnlyList<LiquidationOffer> Of(ProtocolPosition position, PriceBook prices, LiquidationRules rules)
    {
        var health = PositionHealth.Of(position, prices);
        return health.Factor is { IsLiquidatable: true }
            ? [.. rules.Offers(position, prices, health).OrderByDescending(o => o.Profit)]
            : [];
    }

    /// <summary>
    /// The same at prices at which the position has just become liquidatable, because all its collateral that is no stablecoin fell alike. What
    /// may be liquidated already is previewed as it is. Empty when no such fall liquidates it.
    /// </summary>
    /// <param name="position">Which position.</param>
    /// <param name="prices">Prices now.</param>
    /// <param name="rules">Its protocol's rules.</param>
    /// <param name="markets">Tells stablecoins; without it every collateral falls.</param>
    public static IReadOnlyList<LiquidationOffer> WhenPricesFall(
        ProtocolPosition position, PriceBook prices, LiquidationRules rules, IReadOnlyDictionary<TokenSymbol, TokenMarket>? markets = null)
    {
        if (PositionHealth.Of(position, prices).Factor is { IsLiquidatable: true }) return Of(position, prices, rules);
        return FallToLiquidation(position, prices, markets) is { } fall
            ? Of(position, prices.Scaled(t => Falls(t, position, markets) ? (1 - fall) * (1 - JustBelow) : 1), rules)
            : [];
    }

    /// <summary>
    /// By which fraction all collateral that is no stablecoin must fall until the position can be liquidated, 0 when it can be already; null when
    /// no such fall does it, without debt, and when a debt has no price.
    /// </summary>
    /// <inheritdoc cref="WhenPricesFall" path="/param"/>
    public static decimal? FallToLiquidation(
        ProtocolPosition position, PriceBook prices, IReadOnlyDictionary<TokenSymbol, TokenMarket>? markets = null)
    {
        if (PriceMargin.Of(position, prices) is not { } margin) return null;
        if (margin.Health.Factor is { IsLiquidatable: true }) return 0;
        var net = new Usd(margin.Exposures.Where(e => e.Weighted > Usd.Zero && Falls(e.Asset, position, markets)).Sum(e => e.Net.Amount));
        return margin.Room < net ? margin.Room / net : null;
    }

    private static bool Falls(TokenSymbol token, ProtocolPosition position, IReadOnlyDictionary<TokenSymbol, TokenMarket>? markets)
    {
        if (markets?.GetValueOrDefault(token) is { IsStablecoin: true }) return false;
        foreach (var supplied in position.Supplied)
            if (supplied.Asset == token && supplied.IsCollateral && position.TermsOf(supplied).LiquidationThreshold.Value > 0) return true;
        return false;
    }
}
