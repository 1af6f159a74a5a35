using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>
/// Rules in the style of Aave v4: only as much is repaid as heals the position to a target health factor,
/// <c>debt × (target − factor) / (target − (1 + bonus) × threshold)</c>, and the bonus grows linearly as the factor falls, in whole basis
/// points. What would leave dust of either side is taken whole, the target notwithstanding. Source: spoke LiquidationLogic of aave-v4.
/// </summary>
/// <param name="Target">The health factor that is healed to, above 1.</param>
/// <param name="FullBonusBelow">From this health factor down the whole bonus of the collateral's terms is paid, below 1.</param>
/// <param name="FirstBonus">The bonus at a health factor of 1, as a share of the whole one.</param>
/// <param name="Dust">Less than this of either side is not left.</param>
public sealed record TargetHealthRules(HealthFactor Target, HealthFactor FullBonusBelow, PartsPerMillion FirstBonus, Usd Dust) : PairRules
{
    private const int BasisPoint = 100;

    /// <summary>The bonus that a position's health factor earns.</summary>
    /// <param name="most">The bonus of the collateral's terms.</param>
    /// <param name="factor">The position's health factor, below 1.</param>
    public PartsPerMillion BonusAt(PartsPerMillion most, HealthFactor factor)
    {
        if (factor <= FullBonusBelow) return most;
        var first = WholePoints((decimal)most.Value * FirstBonus.Value / PartsPerMillion.Whole);
        var grown = (most.Value - first) * (1 - factor.Value) / (1 - FullBonusBelow.Value);
        return new(first + WholePoints(grown));
    }

    /// <inheritdoc/>
    internal override LiquidationTake Take(LiquidationPair pair)
    {
        var factor = pair.Position.Factor!.Value;
        var bonus = BonusAt(pair.Terms.LiquidationBonus, factor);
        var extra = bonus.Value / (decimal)PartsPerMillion.Whole;
        var repaid = Usd.Min(pair.Debt, ToTarget(pair, factor, extra));
        if (pair.Debt - repaid < Dust) repaid = pair.Debt;
        var seized = repaid * (1 + extra);
        if (seized > pair.Collateral || (pair.Collateral - seized < Dust && repaid < pair.Debt))
            (repaid, seized) = (Usd.Min(pair.Debt, pair.Collateral * (1 / (1 + extra))), pair.Collateral);
        return new(repaid, seized, (seized * (extra / (1 + extra))) * pair.Terms.ProtocolFee, bonus, new(PartsPerMillion.Whole));
    }

    /// <summary>All of the debt when repaying it with this collateral makes the position no better.</summary>
    private Usd ToTarget(LiquidationPair pair, HealthFactor factor, decimal extra)
    {
        var gain = Target.Value - ((1 + extra) * pair.Terms.LiquidationThreshold.Value / PartsPerMillion.Whole);
        return gain <= 0 ? pair.Debt : pair.Position.Debt * ((Target.Value - factor.Value) / gain);
    }

    private static int WholePoints(decimal parts) => (int)decimal.Floor(parts / BasisPoint) * BasisPoint;
}
