using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Sizing;

/// <summary>
/// Exposure that gives a portfolio the volatility wanted.
/// <code>
/// leverage = min(σ* / σ, cap)            exposure = leverage · wealth
/// </code>
/// σ*: volatility wanted; σ: volatility foreseen, of the same period (both a year or both a day); cap: largest leverage. Source: A. Moreira, T. Muir (2017),
/// Volatility-managed portfolios, Journal of Finance 72.
/// </summary>
public static class VolatilityTargeting
{
    /// <summary>Exposure for each unit of wealth.</summary>
    /// <param name="target">σ*, not negative, as a fraction.</param>
    /// <param name="forecast">σ, not negative, as a fraction; at 0 the cap decides.</param>
    /// <param name="cap">Largest leverage, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">An argument outside of its range.</exception>
    public static double Leverage(double target, double forecast, double cap)
    {
        Inputs.CheckNotNegative(target, nameof(target));
        Inputs.CheckNotNegative(forecast, nameof(forecast));
        Inputs.CheckPositive(cap, nameof(cap));
        if (target == 0) return 0;
        return forecast > 0 ? Math.Min(target / forecast, cap) : cap;
    }
}
