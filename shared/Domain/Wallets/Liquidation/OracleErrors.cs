using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>How wrong the protocol's price of one token may be before it liquidates a position.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Move">Whether it is a price too low (of collateral) or too high (of debt) that hurts.</param>
/// <param name="Tolerance">Up to which error the health factor is 1 or more; negative when it is below already; null when no error of this price alone does it.</param>
public sealed record OracleError(TokenSymbol Asset, PriceMove Move, BasisPoints? Tolerance);

/// <summary>How wrong a protocol's prices may be before they liquidate a position.</summary>
/// <param name="Assets">Each token alone, the most dangerous first.</param>
/// <param name="AllCollateral">All collateral priced too low alike: <c>1 − 1 / health factor</c>; null when there is no collateral.</param>
public sealed record OracleErrors(IReadOnlyList<OracleError> Assets, BasisPoints? AllCollateral)
{
    /// <summary>The tolerances of a position; null without debt and when a debt has no price.</summary>
    public static OracleErrors? Of(ProtocolPosition position, PriceBook prices) =>
        PriceMargin.Of(position, prices) is not { } margin
            ? null
            : new(
                [.. margin.Exposures
                    .Select(e => new OracleError(e.Asset, e.Harm, Points(e.MoveTo(margin.Room))))
                    .OrderBy(e => e.Tolerance?.Value ?? double.PositiveInfinity)],
                margin.Health.LiquidationValue > Usd.Zero ? Points(Relative(margin)) : null);

    private static decimal? Relative(PriceMargin margin) =>
        Math.Abs(margin.Room.Amount) / Health.PositionHealth.MaxFactor >= margin.Health.LiquidationValue.Amount
            ? null
            : margin.Room / margin.Health.LiquidationValue;

    private static BasisPoints? Points(decimal? fraction) => fraction is { } known ? new((double)known * 10_000) : null;
}
