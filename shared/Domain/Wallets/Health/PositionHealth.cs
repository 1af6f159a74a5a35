using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Health;

/// <summary>How well a position's collateral covers its debt, by its protocol's own rule.</summary>
/// <remarks>
/// <para><c>factor = Σ(collateral × liquidation threshold) / debt</c>, rounded down at the 18th decimal as Aave does, and at most
/// <see cref="MaxFactor"/>. Aave v3 divides the sum itself; Aave v2 first rounds the collateral's average threshold down to a whole basis
/// point, which is repeated here because it can decide who is liquidated. That both keep dollars or ether in whole 1e-8 or 1e-18 is not
/// repeated: it is felt in debts of less than a cent only.</para>
/// <para>A collateral without a price counts nothing; a debt without a price leaves the factor unknown.</para>
/// </remarks>
/// <param name="Protocol">Which protocol.</param>
/// <param name="Supplied">All that is supplied, collateral or not.</param>
/// <param name="Collateral">What secures the debt: switched on as collateral, with a threshold above 0.</param>
/// <param name="Debt">All that is owed.</param>
/// <param name="LiquidationValue">The debt up to which nobody may liquidate.</param>
/// <param name="BorrowLimit">The debt up to which more may be borrowed: Σ(collateral × loan to value).</param>
/// <param name="Factor">Liquidation value over debt; null without debt and when a debt has no price.</param>
/// <param name="IsDebtFree">Whether nothing at all is owed.</param>
/// <param name="Unpriced">Tokens of the position whose price is not known, each once.</param>
public sealed record PositionHealth(
    LendingProtocol Protocol,
    Usd Supplied,
    Usd Collateral,
    Usd Debt,
    Usd LiquidationValue,
    Usd BorrowLimit,
    HealthFactor? Factor,
    bool IsDebtFree,
    IReadOnlyList<TokenSymbol> Unpriced)
{
    /// <summary>The largest factor: a debt of dust gives no larger one.</summary>
    public const decimal MaxFactor = 1_000_000_000_000m;

    private const decimal BasisPoints = 10_000m;

    /// <summary>Values a position at the mark.</summary>
    public static PositionHealth Of(ProtocolPosition position, PriceBook prices) => Of(position, prices, prices.Worth);

    /// <summary>The debt at the mark, and what is supplied as somebody else values it.</summary>
    internal static PositionHealth Of(ProtocolPosition position, PriceBook prices, Func<TokenSymbol, TokenAmount, Usd?> worth)
    {
        var unpriced = new List<TokenSymbol>();
        var (supplied, collateral, liquidation, limit) = (Usd.Zero, Usd.Zero, Usd.Zero, Usd.Zero);
        foreach (var asset in position.Supplied)
        {
            var value = Known(worth(asset.Asset, asset.Amount), asset.Asset, asset.Amount, unpriced);
            supplied += value;
            var terms = position.TermsOf(asset);
            if (!asset.IsCollateral || terms.LiquidationThreshold.Value == 0) continue;
            collateral += value;
            liquidation += value * terms.LiquidationThreshold;
            limit += value * terms.LoanToValue;
        }

        var (debt, isDebtFree, isDebtKnown) = (Usd.Zero, true, true);
        foreach (var asset in position.Borrowed)
        {
            if (asset.Amount == TokenAmount.Zero) continue;
            isDebtFree = false;
            isDebtKnown &= prices.Of(asset.Asset) is not null;
            debt += Known(prices.Worth(asset.Asset, asset.Amount), asset.Asset, asset.Amount, unpriced);
        }

        liquidation = LiquidationValueOf(position.Protocol, collateral, liquidation);
        HealthFactor? factor = isDebtFree || !isDebtKnown ? null : new(Cover(liquidation, debt));
        return new(position.Protocol, supplied, collateral, debt, liquidation, limit, factor, isDebtFree, [.. unpriced.Distinct()]);
    }

    /// <summary>How many times a value covers a debt: rounded down at the 18th decimal, at most <see cref="MaxFactor"/>.</summary>
    internal static decimal Cover(Usd value, Usd debt) => value.Amount == 0 ? 0
        : value.Amount / MaxFactor >= debt.Amount ? MaxFactor
        : decimal.Round(value / debt, 18, MidpointRounding.ToZero);

    /// <summary>The debt up to which nobody may liquidate, of a collateral and the sum of its parts times their thresholds.</summary>
    /// <remarks>A quotient of decimals may fall short of the basis point that it means by its last digit, which is no reason to lose the point.</remarks>
    internal static Usd LiquidationValueOf(LendingProtocol protocol, Usd collateral, Usd weighted) =>
        protocol != LendingProtocol.AaveV2 || collateral.Amount <= 0
            ? weighted
            : collateral * (decimal.Floor(decimal.Round(weighted / collateral * BasisPoints, 12)) / BasisPoints);

    private static Usd Known(Usd? value, TokenSymbol asset, TokenAmount amount, List<TokenSymbol> unpriced)
    {
        if (value is null && amount > TokenAmount.Zero) unpriced.Add(asset);
        return value ?? Usd.Zero;
    }
}
