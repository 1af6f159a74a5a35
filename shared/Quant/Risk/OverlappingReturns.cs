using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// Returns over several periods, one from every start.
/// <code>
/// log returns:     Rₜ = rₜ + … + rₜ₊ₕ₋₁            simple returns:  Rₜ = (1 + rₜ)·…·(1 + rₜ₊ₕ₋₁) − 1
/// </code>
/// h: horizon in periods; n returns give n − h + 1. Neighbours share h − 1 periods, so they are not independent: the estimate is as noisy
/// as one from about n/h returns. Source: P. Jorion (2006), Value at Risk, 3rd ed., ch. 10.
/// </summary>
public static class OverlappingReturns
{
    /// <summary>Sums of h log returns (also of h profits in money).</summary>
    /// <param name="returns">Log returns, finite, at least as many as the horizon.</param>
    /// <param name="horizon">h, at least 1.</param>
    /// <exception cref="ArgumentException">Fewer returns than the horizon, or one that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A horizon below 1.</exception>
    /// <exception cref="ArithmeticException">A sum is beyond what a double holds.</exception>
    public static double[] OfLog(ReadOnlySpan<double> returns, int horizon)
    {
        Check(returns, horizon);
        var result = new double[returns.Length - horizon + 1];
        for (var t = 0; t < result.Length; t++)
        {
            var sum = 0.0;
            foreach (var r in returns.Slice(t, horizon)) sum += r;
            result[t] = Inputs.Finite(sum);
        }

        return result;
    }

    /// <summary>Simple returns compounded over h periods.</summary>
    /// <inheritdoc cref="OfLog" path="/param"/>
    /// <inheritdoc cref="OfLog" path="/exception"/>
    public static double[] OfSimple(ReadOnlySpan<double> returns, int horizon)
    {
        Check(returns, horizon);
        var result = new double[returns.Length - horizon + 1];
        for (var t = 0; t < result.Length; t++)
        {
            var growth = 1.0;
            foreach (var r in returns.Slice(t, horizon)) growth *= 1 + r;
            result[t] = Inputs.Finite(growth - 1);
        }

        return result;
    }

    private static void Check(ReadOnlySpan<double> returns, int horizon)
    {
        if (horizon < 1) throw new ArgumentOutOfRangeException(nameof(horizon), horizon, "A horizon is at least one period.");
        Inputs.CheckSeries(returns, horizon, nameof(returns));
    }
}
