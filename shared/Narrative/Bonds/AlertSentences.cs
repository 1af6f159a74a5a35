using System.Globalization;
using LiquidityRisk.Domain.Bonds;
using LiquidityRisk.Domain.Bonds.Alerts;

namespace LiquidityRisk.Narrative.Bonds;

/// <summary>Says in one plain sentence what an alert is about.</summary>
public static class AlertSentences
{
    /// <summary>The sentence of an alert.</summary>
    public static string Of(Alert alert) => alert.Kind switch
    {
        AlertKind.LiquidityDrop => string.Create(
            CultureInfo.InvariantCulture,
            $"The bond became harder to sell: its liquidity index fell from {alert.Figures.From:0.0} to {alert.Figures.To:0.0} within 15 minutes."),
        AlertKind.LevelChange => $"The bond's liquidity fell from {Level(alert.Figures.FromLevel)} to {Level(alert.Figures.ToLevel)}.",
        AlertKind.MarketMakerOffline => "The market maker has stopped quoting the bond.",
        AlertKind.NoExitPath => "No way to sell the bond is open at the moment.",
        AlertKind.CriticalRisk => string.Create(
            CultureInfo.InvariantCulture, $"The bond's overall risk is critical: {Math.Floor(alert.Figures.To ?? 0):0} out of 100."),
        AlertKind.HighRisk => string.Create(
            CultureInfo.InvariantCulture, $"The bond's overall risk is high: {Math.Floor(alert.Figures.To ?? 0):0} out of 100."),
        AlertKind.StaleData => "The market data of the bond is fifteen minutes old or older, so check a live price first.",
        AlertKind.DataQuality => "The data about the bond is thin or contradicts itself, so take its figures with care.",
        _ => throw new ArgumentOutOfRangeException(nameof(alert), alert.Kind, "This alert has no sentence."),
    };

    private static string Level(LiquidityLevel? level) => level switch
    {
        LiquidityLevel.Excellent => "excellent",
        LiquidityLevel.Good => "good",
        LiquidityLevel.Moderate => "moderate",
        LiquidityLevel.Limited => "limited",
        LiquidityLevel.Poor => "poor",
        _ => "unknown",
    };
}
