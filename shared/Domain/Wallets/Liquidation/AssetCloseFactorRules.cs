using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>
/// Rules under which a fixed share of each asset's debt may be repaid at once (Aave v2, Compound v2). A liquidator repays no more than the
/// collateral covers with his bonus; whatever is left over is left.
/// </summary>
/// <param name="CloseFactor">The share of an asset's debt.</param>
/// <param name="Incentive">The bonus, the same for every collateral; null for each collateral's own.</param>
/// <param name="SeizeShare">What the protocol keeps of the seized collateral.</param>
public sealed record AssetCloseFactorRules(PartsPerMillion CloseFactor, PartsPerMillion? Incentive, PartsPerMillion SeizeShare) : PairRules
{
    /// <inheritdoc/>
    internal override LiquidationTake Take(LiquidationPair pair)
    {
        var bonus = Incentive ?? pair.Terms.LiquidationBonus;
        var gross = 1 + (bonus.Value / (decimal)PartsPerMillion.Whole);
        var wanted = pair.Debt * CloseFactor;
        var (repaid, seized) = wanted * gross > pair.Collateral
            ? (pair.Collateral * (1 / gross), pair.Collateral)
            : (wanted, wanted * gross);
        return new(repaid, seized, seized * SeizeShare, bonus, CloseFactor);
    }
}
