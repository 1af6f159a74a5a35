using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>Rules under which a liquidator chooses one debt and one collateral.</summary>
public abstract record PairRules : LiquidationRules
{
    /// <summary>The most that may be taken of a pair.</summary>
    internal abstract LiquidationTake Take(LiquidationPair pair);

    /// <inheritdoc/>
    internal sealed override IEnumerable<LiquidationOffer> Offers(ProtocolPosition position, PriceBook prices, PositionHealth health)
    {
        var securing = position.Supplied
            .Where(s => s.IsCollateral && position.TermsOf(s).LiquidationThreshold.Value > 0 && prices.Worth(s.Asset, s.Amount) > Usd.Zero)
            .ToList();
        var weighted = new Usd(securing.Sum(s => (prices.Worth(s.Asset, s.Amount)!.Value * position.TermsOf(s).LiquidationThreshold).Amount));
        return
            from debt in position.Borrowed
            where prices.Worth(debt.Asset, debt.Amount) > Usd.Zero
            from collateral in securing
            select Offer(debt, collateral, position.TermsOf(collateral), prices, health, weighted);
    }

    private LiquidationOffer Offer(
        BorrowedAsset debt, SuppliedAsset collateral, CollateralTerms terms, PriceBook prices, PositionHealth health, Usd weighted)
    {
        var (owed, held) = (prices.Worth(debt.Asset, debt.Amount)!.Value, prices.Worth(collateral.Asset, collateral.Amount)!.Value);
        var take = Take(new(health, owed, held, terms));
        var repaid = Part(debt.Amount, take.Repaid, owed);
        var seized = Part(collateral.Amount, take.Seized, held);
        var (debtLeft, collateralLeft) = (health.Debt - take.Repaid, health.Collateral - take.Seized);
        var safe = PositionHealth.LiquidationValueOf(health.Protocol, collateralLeft, weighted - (take.Seized * terms.LiquidationThreshold));
        return new(
            debt.Asset,
            collateral.Asset,
            repaid,
            take.Repaid,
            seized,
            take.Seized,
            take.Bonus,
            take.CloseFactor,
            Part(collateral.Amount, take.Fee, held),
            take.Fee,
            take.Seized - take.Fee - take.Repaid,
            debtLeft <= Usd.Zero ? null : new(PositionHealth.Cover(Usd.Max(safe, Usd.Zero), debtLeft)),
            debt.Amount - repaid,
            collateral.Amount - seized,
            Usd.Zero,
            collateralLeft <= Usd.Zero && debtLeft > Usd.Zero);
    }

    private static TokenAmount Part(TokenAmount whole, Usd part, Usd value) =>
        part >= value ? whole : TokenAmount.Min(whole, whole * (part / value));
}
