using LiquidityRisk.Domain.Wallets.Alerts;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Assessment;

/// <summary>What alerts look at in an assessment.</summary>
public static class WalletReadings
{
    private const decimal LeastShare = 0.01m;

    /// <summary>One reading of each kind.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="dailyVolumes">Traded volume of tokens in the last 24 hours; null when not known.</param>
    /// <param name="staleness">The oldest fact that figures rest on: its source and age; null when nothing is known of ages.</param>
    public static IReadOnlyList<AlertReading> Of(
        WalletAssessment assessment, Func<TokenSymbol, Usd?> dailyVolumes, (string Source, TimeSpan Age)? staleness)
    {
        var (exposures, spread) = (assessment.Exposures, assessment.Concentration.ByAsset);
        var ownsNothing = exposures.Assets <= Usd.Zero;
        var thinnest = Thinnest(exposures.Tokens, exposures.Assets, dailyVolumes);
        return
        [
            new(WalletAlertKind.LiquidationRisk, (double?)assessment.Mark.Decisive, assessment.Weakest?.Protocol.ToString(), assessment.Mark.IsDebtFree),
            new(WalletAlertKind.HighVolatility, assessment.Volatility?.Daily, null, ownsNothing),
            new(WalletAlertKind.Concentration, spread?.LargestShare.Value, spread?.Largest, ownsNothing),
            new(WalletAlertKind.LowLiquidity, thinnest?.Volume, thinnest?.Token.Value, ownsNothing),
            new(WalletAlertKind.ValueAtRisk, ShareAtRisk(assessment), null, ownsNothing),
            new(WalletAlertKind.StaleSource, staleness?.Age.TotalMinutes, staleness?.Source),
        ];
    }

    /// <summary>Value at risk over net worth; null when either is not known or the net worth is not above 0.</summary>
    public static double? ShareAtRisk(WalletAssessment assessment) =>
        assessment.Var.Historical is { } loss && assessment.Exposures.NetWorth > Usd.Zero
            ? (double)(loss / assessment.Exposures.NetWorth)
            : null;

    // Crumbs of a token that hardly trades are no reason to warn.
    private static (TokenSymbol Token, double Volume)? Thinnest(
        IReadOnlyList<Measures.TokenExposure> tokens, Usd assets, Func<TokenSymbol, Usd?> dailyVolumes)
    {
        (TokenSymbol, double)? thinnest = null;
        foreach (var token in tokens)
        {
            if (token.Assets < assets * LeastShare || token.Assets <= Usd.Zero || dailyVolumes(token.Token) is not { } volume) continue;
            if (thinnest is null || (double)volume.Amount < thinnest.Value.Item2) thinnest = (token.Token, (double)volume.Amount);
        }

        return thinnest;
    }
}
