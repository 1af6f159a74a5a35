namespace LiquidityRisk.Quant.Performance;

/// <summary>
/// Gains over a threshold for each unit of shortfall below it.
/// <code>
/// Ω = Σ max(rₜ − τ, 0) / Σ max(τ − rₜ, 0)
/// </code>
/// τ: threshold a period. Above 1 when the mean is above τ. Source: C. Keating, W. Shadwick (2002), A universal performance measure,
/// Journal of Performance Measurement 6.
/// </summary>
public static class OmegaRatio
{
    /// <summary>Ω, not negative.</summary>
    /// <param name="returns">At least one, finite.</param>
    /// <param name="threshold">τ a period, as a fraction; 0 by default.</param>
    /// <exception cref="ArgumentException">No return, or a number that is not finite.</exception>
    /// <exception cref="ArithmeticException">No return is below the threshold, or the result is beyond what a double holds.</exception>
    public static double Of(ReadOnlySpan<double> returns, double threshold = 0)
    {
        Statistics.Inputs.CheckSeries(returns, 1, nameof(returns));
        Statistics.Inputs.CheckFinite(threshold, nameof(threshold));
        var (gains, losses) = (0.0, 0.0);
        foreach (var r in returns)
        {
            gains += Math.Max(r - threshold, 0);
            losses += Math.Max(threshold - r, 0);
        }

        return ReturnChecks.Ratio(gains, losses, "Without a return below the threshold there is no Omega ratio.");
    }
}
