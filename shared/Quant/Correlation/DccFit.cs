using LiquidityRisk.Quant.Volatility;

namespace LiquidityRisk.Quant.Correlation;

/// <summary>A fitted model of correlations that change.</summary>
/// <param name="A">a, what a joint surprise adds.</param>
/// <param name="B">b, what remains of the past; a + b &lt; 1.</param>
/// <param name="Target">Long-run correlations of standardised residuals, which forecasts tend to.</param>
/// <param name="LogLikelihood">−½·Σ (ln|Rₜ| + zₜᵀ·Rₜ⁻¹·zₜ − zₜᵀ·zₜ), the second step's.</param>
/// <param name="Volatilities">The first step: one GARCH(1,1) an asset.</param>
/// <param name="Last">R of the last period observed.</param>
/// <param name="Next">R of the period after.</param>
/// <param name="Converged">Whether both steps did.</param>
public sealed record DccFit(
    double A, double B, double[,] Target, double LogLikelihood, IReadOnlyList<GarchFit> Volatilities, double[,] Last, double[,] Next, bool Converged)
{
    /// <summary>
    /// Correlations expected k periods ahead: R̄ + (a + b)^(k−1)·(Rₜ₊₁ − R̄), which treats R as if it followed Q's recursion.
    /// Source: R. Engle, K. Sheppard (2001), Theoretical and empirical properties of dynamic conditional correlation multivariate GARCH, NBER 8554.
    /// </summary>
    /// <param name="ahead">k, one period or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Fewer than one period ahead.</exception>
    public double[,] Forecast(int ahead)
    {
        if (ahead < 1) throw new ArgumentOutOfRangeException(nameof(ahead), ahead, "One period ahead or more.");
        var weight = Math.Pow(A + B, ahead - 1);
        var result = (double[,])Target.Clone();
        for (var i = 0; i < result.GetLength(0); i++)
            for (var j = 0; j < result.GetLength(1); j++)
                result[i, j] = i == j ? 1 : ((1 - weight) * Target[i, j]) + (weight * Next[i, j]);
        return result;
    }
}
