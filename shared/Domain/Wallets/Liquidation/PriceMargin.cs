using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>How far a position is from liquidation, and what each token's price does to that.</summary>
/// <remarks>
/// The position is liquidatable when <c>Σ(weighted) &lt; Σ(debt)</c>. When one price is multiplied by m, the difference becomes
/// <c>room + (m − 1) × (weighted − debt of that token)</c>, which is 0 at <c>m = 1 − room / net</c>. That holds for a token that is both
/// collateral and debt too. In Aave v2 the average threshold moves with the prices within the basis point to which it is rounded down.
/// </remarks>
/// <param name="Health">The position's health.</param>
/// <param name="Room">Liquidation value less debt; negative when it may be liquidated.</param>
/// <param name="Exposures">Each priced token that counts, collateral first.</param>
internal sealed record PriceMargin(PositionHealth Health, Usd Room, IReadOnlyList<TokenExposure> Exposures)
{
    /// <summary>Null without debt and when a debt has no price.</summary>
    public static PriceMargin? Of(ProtocolPosition position, PriceBook prices)
    {
        var health = PositionHealth.Of(position, prices);
        if (health.Factor is null) return null;
        var exposures = new OrderedDictionary<TokenSymbol, TokenExposure>();
        foreach (var supplied in position.Supplied.Where(s => s.IsCollateral))
            Add(supplied.Asset, (prices.Worth(supplied.Asset, supplied.Amount) ?? Usd.Zero) * position.TermsOf(supplied).LiquidationThreshold, Usd.Zero);
        foreach (var borrowed in position.Borrowed)
            Add(borrowed.Asset, Usd.Zero, prices.Worth(borrowed.Asset, borrowed.Amount) ?? Usd.Zero);
        return new(health, health.LiquidationValue - health.Debt, [.. exposures.Values]);

        void Add(TokenSymbol asset, Usd weighted, Usd debt)
        {
            if (weighted + debt <= Usd.Zero) return;
            var known = exposures.GetValueOrDefault(asset, new(asset, prices.Of(asset)!.Value, Usd.Zero, Usd.Zero));
            exposures[asset] = known with { Weighted = known.Weighted + weighted, Debt = known.Debt + debt };
        }
    }
}

/// <summary>What one token's price does to a position.</summary>
/// <param name="Asset">Which token.</param>
/// <param name="Price">Its price.</param>
/// <param name="Weighted">Its collateral times its liquidation threshold.</param>
/// <param name="Debt">What is owed of it.</param>
internal readonly record struct TokenExposure(TokenSymbol Asset, UsdPrice Price, Usd Weighted, Usd Debt)
{
    /// <summary>Above 0 when a fall hurts, below 0 when a rise hurts.</summary>
    public Usd Net => Weighted - Debt;

    /// <summary>Which move hurts.</summary>
    public PriceMove Harm => Net >= Usd.Zero ? PriceMove.Fall : PriceMove.Rise;

    /// <summary>
    /// By which fraction the price moves that way until the health factor is 1, negative when it has to come back; null when no price above 0,
    /// or none within a trillion-fold, does it.
    /// </summary>
    public decimal? MoveTo(Usd room)
    {
        var net = Math.Abs(Net.Amount);
        if (Math.Abs(room.Amount) / PositionHealth.MaxFactor >= net) return null;
        var move = room.Amount / net;
        return Harm == PriceMove.Fall && move >= 1 ? null : Harm == PriceMove.Rise && move <= -1 ? null : move;
    }
}

/// <summary>Which way a price moves.</summary>
public enum PriceMove
{
    /// <summary>Down.</summary>
    Fall,

    /// <summary>Up.</summary>
    Rise,
}
