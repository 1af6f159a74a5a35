using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Health;

/// <summary>How well a wallet's collateral covers its debts, over all protocols.</summary>
/// <param name="Positions">Each position's health, in the order of the holdings.</param>
/// <param name="Collateral">All collateral.</param>
/// <param name="Debt">All debts.</param>
/// <param name="Ratio">
/// <c>collateral / (debt × safety threshold)</c>, which looks at no liquidation threshold; null without debt and when a debt has no price.
/// Rounded down at the 18th decimal, at most <see cref="PositionHealth.MaxFactor"/>.
/// </param>
/// <param name="Worst">The lowest health factor of the positions; null when none has one.</param>
/// <param name="IsDebtFree">Whether nothing at all is owed.</param>
public sealed record WalletHealth(
    IReadOnlyList<PositionHealth> Positions, Usd Collateral, Usd Debt, decimal? Ratio, HealthFactor? Worst, bool IsDebtFree)
{
    /// <summary>The lower one of ratio and worst factor, by which a wallet is judged; null when there is neither.</summary>
    public decimal? Decisive => (Ratio, Worst) switch
    {
        ({ } ratio, { } worst) => Math.Min(ratio, worst.Value),
        (null, { } worst) => worst.Value,
        _ => Ratio,
    };

    /// <summary>Values a wallet at the mark.</summary>
    /// <param name="holdings">What it has and owes.</param>
    /// <param name="prices">Prices.</param>
    /// <param name="safetyThreshold">How many times the debt is to be covered, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not above 0.</exception>
    public static WalletHealth Of(WalletHoldings holdings, PriceBook prices, decimal safetyThreshold) =>
        Of([.. holdings.Positions.Select(p => PositionHealth.Of(p, prices))], safetyThreshold);

    /// <summary>Values a wallet whose collateral would have to be sold at once; its debts stay at the mark.</summary>
    /// <remarks>A token that secures several positions is sold as one holding.</remarks>
    /// <param name="holdings">What it has and owes.</param>
    /// <param name="prices">Prices.</param>
    /// <param name="markets">What is known of the tokens' markets.</param>
    /// <param name="safetyThreshold">How many times the debt is to be covered, above 0.</param>
    /// <param name="assumptions">What a sale costs.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is not above 0.</exception>
    public static WalletHealth AtExit(
        WalletHoldings holdings,
        PriceBook prices,
        IReadOnlyDictionary<TokenSymbol, TokenMarket> markets,
        decimal safetyThreshold,
        ExitAssumptions assumptions)
    {
        var costs = ExitCosts.OfCollateral(holdings, prices, markets, assumptions);
        return Of(
            [.. holdings.Positions.Select(p => PositionHealth.Of(p, prices, (asset, amount) => prices.Worth(asset, amount) * (costs.TryGetValue(asset, out var cost) ? cost.Kept : 1)))],
            safetyThreshold);
    }

    private static WalletHealth Of(IReadOnlyList<PositionHealth> positions, decimal safetyThreshold)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(safetyThreshold);
        var collateral = new Usd(positions.Sum(p => p.Collateral.Amount));
        var debt = new Usd(positions.Sum(p => p.Debt.Amount));
        var isDebtFree = positions.All(p => p.IsDebtFree);
        var isDebtKnown = positions.All(p => p.IsDebtFree || p.Factor is not null);
        return new(
            positions,
            collateral,
            debt,
            isDebtFree || !isDebtKnown ? null : PositionHealth.Cover(collateral, debt * safetyThreshold),
            positions.Min(p => p.Factor),
            isDebtFree);
    }
}
