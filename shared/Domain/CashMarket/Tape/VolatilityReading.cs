namespace LiquidityRisk.Domain.CashMarket.Tape;

/// <summary>How volatile a market is compared with usual.</summary>
/// <param name="AsOf">When.</param>
/// <param name="Factor">
/// Current over baseline, not below <see cref="VolatilityScaling.LeastFactor"/> and not above <see cref="VolatilityScaling.GreatestFactor"/>;
/// exactly 1 when there is a reason not to scale.
/// </param>
/// <param name="Current">Realised volatility of log prices over a day, from the minutes of the last 24 hours; null when there is no return.</param>
/// <param name="Baseline">Realised volatility of log prices over a day, from the hours of the last 30 days; null when there is no return.</param>
/// <param name="MinuteReturns">How many returns the current one is of.</param>
/// <param name="HourReturns">How many returns the baseline is of.</param>
/// <param name="Fallback">Why the factor is 1; null when it is current over baseline.</param>
public sealed record VolatilityReading(
    DateTimeOffset AsOf, double Factor, double? Current, double? Baseline, int MinuteReturns, int HourReturns, VolatilityFallback? Fallback);
