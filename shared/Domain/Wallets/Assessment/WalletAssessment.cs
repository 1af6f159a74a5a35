using LiquidityRisk.Domain.Wallets.Health;
using LiquidityRisk.Domain.Wallets.Market;
using LiquidityRisk.Domain.Wallets.Measures;
using LiquidityRisk.Domain.Wallets.Positions;
using LiquidityRisk.Units;

namespace LiquidityRisk.Domain.Wallets.Assessment;

/// <summary>What a scan finds out about a wallet.</summary>
/// <param name="Holdings">What it has and owes.</param>
/// <param name="Mark">Its health at the mark.</param>
/// <param name="AtExit">Its health after what selling its collateral would cost.</param>
/// <param name="LiquidationRisk">0 to 100; null when there is debt of which health is not known.</param>
/// <param name="Exposures">What it has of each token.</param>
/// <param name="Volatility">Of its assets; null when not known.</param>
/// <param name="Var">What it may lose in a day.</param>
/// <param name="Concentration">How its assets are spread.</param>
/// <param name="Correlation">How much they move together, 0 to 1; null when not known.</param>
/// <param name="Liquidity">How fast they could be sold.</param>
/// <param name="Exposure">The combined score.</param>
/// <param name="Weakest">The position with the lowest health factor; null without any.</param>
/// <param name="WeakestVolatility">How much that factor moves; null when not known.</param>
public sealed record WalletAssessment(
    WalletHoldings Holdings,
    WalletHealth Mark,
    WalletHealth AtExit,
    Score? LiquidationRisk,
    WalletExposures Exposures,
    WalletVolatility? Volatility,
    WalletVar Var,
    Concentration Concentration,
    double? Correlation,
    MarketLiquidity Liquidity,
    ExposureScore Exposure,
    ProtocolPosition? Weakest,
    HealthVolatility? WeakestVolatility)
{
    /// <summary>The band that the risk is in.</summary>
    public WalletRiskLevel Level => Mark.IsDebtFree ? WalletRiskLevel.None : LiquidationRisk?.Value switch
    {
        null => WalletRiskLevel.Unknown,
        < 20 => WalletRiskLevel.Low,
        < 60 => WalletRiskLevel.Elevated,
        < 77.5 => WalletRiskLevel.High,
        _ => WalletRiskLevel.Critical,
    };

    /// <summary>Judges a wallet by a market.</summary>
    public static WalletAssessment Of(WalletHoldings holdings, MarketView view, WalletRules rules)
    {
        var mark = WalletHealth.Of(holdings, view.Prices, rules.SafetyThreshold);
        var exposures = WalletExposures.Of(holdings, view.Prices);
        var volatility = WalletVolatility.Of(exposures, view, rules.Market.VolatilityDays);
        var concentration = Concentration.Of(holdings, exposures, view.Prices);
        var correlation = CorrelationRisk.Of(exposures, view.Correlations);
        var liquidity = MarketLiquidity.Of(exposures, view, new((decimal)rules.Alerts.DailyVolume));
        var weakest = FindWeakest(holdings, mark);
        return new(
            holdings,
            mark,
            WalletHealth.AtExit(holdings, view.Prices, view.Tokens, rules.SafetyThreshold, rules.Exit),
            LiquidationRiskScore.OfWallet(mark),
            exposures,
            volatility,
            WalletVar.Of(exposures, view, rules.VarConfidence),
            concentration,
            correlation,
            liquidity,
            ExposureScore.Of(concentration.ByAsset, volatility, liquidity, correlation),
            weakest?.Position,
            weakest is { } w ? HealthVolatility.Of(w.Position, w.Health, view) : null);
    }

    private static (ProtocolPosition Position, PositionHealth Health)? FindWeakest(WalletHoldings holdings, WalletHealth health)
    {
        (ProtocolPosition Position, PositionHealth Health)? weakest = null;
        for (var i = 0; i < holdings.Positions.Count; i++)
        {
            if (health.Positions[i].Factor is not { } factor) continue;
            if (weakest is null || factor < weakest.Value.Health.Factor!.Value) weakest = (holdings.Positions[i], health.Positions[i]);
        }

        return weakest;
    }
}

/// <summary>Bands of the liquidation risk score: their borders are the health 1.5, 1.2 and 1.1.</summary>
public enum WalletRiskLevel
{
    /// <summary>There is no debt.</summary>
    None,

    /// <summary>Below 20: health above 1.5.</summary>
    Low,

    /// <summary>20 to 60: health of 1.5 to 1.2.</summary>
    Elevated,

    /// <summary>60 to 77.5: health of 1.2 to 1.1.</summary>
    High,

    /// <summary>77.5 and more: health of 1.1 or less.</summary>
    Critical,

    /// <summary>There is debt, and its health is not known.</summary>
    Unknown,
}
