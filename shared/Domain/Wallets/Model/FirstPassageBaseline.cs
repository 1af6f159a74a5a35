using LiquidityRisk.Quant.FirstPassage;

namespace LiquidityRisk.Domain.Wallets.Model;

/// <summary>
/// A baseline that a model has to beat: what price moves alone suggest, 2·Φ(−ln HF/(σ√T)) (<see cref="BarrierHit"/> without drift).
/// </summary>
public static class FirstPassageBaseline
{
    private const double DaysPerYear = 365;

    /// <summary>The probability, 0 to 1; null without a health factor above 0 or without its volatility.</summary>
    /// <param name="features">As <see cref="LiquidationFeatures.Names"/>.</param>
    /// <param name="horizon">How far ahead.</param>
    public static double? Probability(IReadOnlyList<double?> features, LiquidationHorizon horizon) =>
        features[LiquidationFeatures.HealthFactor] is > 0 and var factor && features[LiquidationFeatures.HealthVolatility] is >= 0 and var daily
            ? BarrierHit.Probability(factor, daily * Math.Sqrt(DaysPerYear), horizon.Length().TotalDays / DaysPerYear)
            : null;
}
