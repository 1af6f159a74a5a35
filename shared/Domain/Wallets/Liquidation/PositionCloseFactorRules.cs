using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Liquidation;

/// <summary>
/// The rules of Aave v3 since version 3.3: at most a share of the position's whole debt at once, and all of it when the position is deep under
/// water or one side of the pair is small. Either side is cleared, or enough is left of both. Source: LiquidationLogic of aave-v3-origin.
/// </summary>
/// <param name="CloseFactor">The share of the position's debt.</param>
/// <param name="FullBelow">At this health factor and below, all may be repaid.</param>
/// <param name="SmallPair">When debt or collateral of the pair is worth less, all may be repaid.</param>
/// <param name="MinLeftover">What is left of either when neither is cleared; the collateral's is counted before the protocol's fee.</param>
public sealed record PositionCloseFactorRules(PartsPerMillion CloseFactor, HealthFactor FullBelow, Usd SmallPair, Usd MinLeftover) : PairRules
{
    /// <inheritdoc/>
    internal override LiquidationTake Take(LiquidationPair pair)
    {
        var bonus = pair.Terms.LiquidationBonus;
        var extra = bonus.Value / (decimal)PartsPerMillion.Whole;
        var fee = extra * pair.Terms.ProtocolFee.Value / PartsPerMillion.Whole;
        var isFull = pair.Position.Factor!.Value <= FullBelow || pair.Debt < SmallPair || pair.Collateral < SmallPair;
        var repaid = isFull ? pair.Debt : Usd.Min(pair.Debt, pair.Position.Debt * CloseFactor);
        var isAll = repaid * (1 + extra) > pair.Collateral;
        if (isAll) repaid = pair.Collateral * (1 / (1 + extra));
        if (!isAll && repaid < pair.Debt)
        {
            var spare = pair.Collateral - MinLeftover;
            repaid = Usd.Min(Usd.Min(repaid, pair.Debt - MinLeftover), spare * (1 / (1 + extra - fee)));
        }

        return new(repaid, isAll ? pair.Collateral : repaid * (1 + extra), repaid * fee, bonus, isFull ? new(PartsPerMillion.Whole) : CloseFactor);
    }
}
