using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>
/// The rules of Compound v3: the protocol absorbs the whole account. It takes all collateral, credits its value less a penalty against the
/// debt, pays what is left over to the owner in the base asset, and sells the collateral at a discount to whoever comes. Source: absorb and
/// quoteCollateral of Comet.
/// </summary>
/// <remarks>
/// The penalty is one minus the asset's liquidation factor and stands in the place of the terms' bonus. An account has one debt there, in the
/// base asset; offers split it over the collaterals in proportion to their credit.
/// </remarks>
/// <param name="StoreFrontShare">The share of the penalty that the buyer of the collateral gets as a discount.</param>
public sealed record AbsorptionRules(PartsPerMillion StoreFrontShare) : LiquidationRules
{
    /// <inheritdoc/>
    internal override IEnumerable<LiquidationOffer> Offers(ProtocolPosition position, PriceBook prices, PositionHealth health)
    {
        var taken = position.Supplied.Where(s => s.IsCollateral && prices.Worth(s.Asset, s.Amount) > Usd.Zero).ToList();
        var credit = new Usd(taken.Sum(s => Credit(position, s, prices).Amount));
        return
            from debt in position.Borrowed
            where prices.Worth(debt.Asset, debt.Amount) > Usd.Zero
            from collateral in taken
            select Offer(debt, collateral, position, prices, credit, health.Debt);
    }

    /// <summary>The part of a collateral that falls to a debt.</summary>
    private LiquidationOffer Offer(
        BorrowedAsset debt, SuppliedAsset collateral, ProtocolPosition position, PriceBook prices, Usd creditOfAll, Usd debtOfAll)
    {
        var isBad = creditOfAll < debtOfAll;
        var owed = prices.Worth(debt.Asset, debt.Amount)!.Value;
        var share = owed / debtOfAll;
        var penalty = position.TermsOf(collateral).LiquidationBonus;
        var seized = prices.Worth(collateral.Asset, collateral.Amount)!.Value * share;
        var credit = Credit(position, collateral, prices) * share;
        var repaid = isBad ? credit : credit * (debtOfAll / creditOfAll);
        var profit = seized * penalty * StoreFrontShare;
        var kept = Usd.Max(Usd.Zero, seized - credit - profit);
        return new(
            debt.Asset,
            collateral.Asset,
            TokenAmount.Min(debt.Amount, TokenAmount.Of(repaid, prices.Of(debt.Asset)!.Value)),
            repaid,
            collateral.Amount * share,
            seized,
            penalty,
            new(PartsPerMillion.Whole),
            TokenAmount.Of(kept, prices.Of(collateral.Asset)!.Value),
            kept,
            profit,
            null,
            TokenAmount.Of(isBad ? Usd.Max(Usd.Zero, owed - (creditOfAll * share)) : Usd.Zero, prices.Of(debt.Asset)!.Value),
            TokenAmount.Zero,
            credit - repaid,
            isBad);
    }

    private static Usd Credit(ProtocolPosition position, SuppliedAsset collateral, PriceBook prices) =>
        prices.Worth(collateral.Asset, collateral.Amount)!.Value * (1 - (position.TermsOf(collateral).LiquidationBonus.Value / (decimal)PartsPerMillion.Whole));
}
