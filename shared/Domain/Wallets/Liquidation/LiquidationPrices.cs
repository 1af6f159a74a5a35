using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>The price of one token at which a position becomes liquidatable while all other prices stay.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Move">Which way its price hurts: a collateral's fall, a debt's rise; of a token that is both, what it is more of.</param>
/// <param name="Now">Its price now.</param>
/// <param name="At">The price at which the health factor is 1; null when no price of this token alone does it.</param>
/// <param name="Distance">How far that is, a fraction of the price now; negative when the position may be liquidated already and the price has to come back.</param>
/// <param name="Volatilities">The distance as a log return in units of the token's daily volatility; null when that is not known or 0.</param>
public sealed record LiquidationPrice(TokenSymbol Asset, PriceMove Move, UsdPrice Now, UsdPrice? At, decimal? Distance, double? Volatilities);

/// <summary>At which prices a position becomes liquidatable.</summary>
public static class LiquidationPrices
{
    /// <summary>
    /// The price for each collateral and for each debt that is no stablecoin, in the order of the position, collateral first. Empty without
    /// debt and when a debt has no price.
    /// </summary>
    public static IReadOnlyList<LiquidationPrice> Of(
        ProtocolPosition position, PriceBook prices, IReadOnlyDictionary<TokenSymbol, TokenMarket> markets) =>
        PriceMargin.Of(position, prices) is not { } margin
            ? []
            : [.. from exposure in margin.Exposures
                  let market = markets.GetValueOrDefault(exposure.Asset)
                  where exposure.Weighted > Usd.Zero || market is not { IsStablecoin: true }
                  select Of(exposure, margin.Room, market)];

    private static LiquidationPrice Of(TokenExposure exposure, Usd room, TokenMarket? market)
    {
        var factor = exposure.MoveTo(room) is { } move ? exposure.Harm == PriceMove.Fall ? 1 - move : 1 + move : (decimal?)null;
        UsdPrice? at = factor * exposure.Price.Value is > 0 and { } price ? new(price) : null;
        var distance = at is null ? null : exposure.MoveTo(room);
        double? volatilities = at is not null && market?.DailyVolatility is > 0 and { } volatility
            ? Math.Log((double)factor!.Value) / volatility * (exposure.Harm == PriceMove.Fall ? -1 : 1)
            : null;
        return new(exposure.Asset, exposure.Harm, exposure.Price, at, distance, volatilities);
    }
}
