using LiquidityRisk.Domain.Wallets.Market;

namespace LiquidityRisk.Domain.Wallets.Measures;

/// <summary>
/// How much a wallet's assets move together.
/// <code>
/// c = Σᵢ﹤ⱼ wᵢ·wⱼ·|ρᵢⱼ| / Σᵢ﹤ⱼ wᵢ·wⱼ
/// </code>
/// w: share of the assets; ρ: correlation of daily returns over the days that both have, at least <see cref="CorrelationTable.LeastDays"/>. 0 (independent) to 1.
/// </summary>
public static class CorrelationRisk
{
    /// <summary>Only the largest so many assets are looked at: the weight of the other pairs is negligible and there are n² of them.</summary>
    public const int MostAssets = 20;

    /// <summary>The measure; null when fewer than two assets have a history.</summary>
    public static double? Of(WalletExposures exposures, CorrelationTable correlations)
    {
        var count = Math.Min(exposures.Tokens.Count, MostAssets);
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var weight = (double)exposures.Tokens[i].Assets.Amount * (double)exposures.Tokens[j].Assets.Amount;
                if (weight <= 0 || correlations.Of(exposures.Tokens[i].Token, exposures.Tokens[j].Token) is not { } rho) continue;
                sum += weight * Math.Abs(rho);
                weights += weight;
            }
        }

        return weights > 0 ? sum / weights : null;
    }
}
