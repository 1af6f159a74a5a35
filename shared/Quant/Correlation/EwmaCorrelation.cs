using LiquidityRisk.Quant.Volatility;

namespace LiquidityRisk.Quant.Correlation;

/// <summary>
/// Exponentially weighted correlations (RiskMetrics): the forecast for the next period.
/// <code>
/// cᵢⱼ = Σ λᵏ·xᵢ,ₜ₋ₖ·xⱼ,ₜ₋ₖ / Σ λᵏ      ρᵢⱼ = cᵢⱼ/√(cᵢᵢ·cⱼⱼ)      k = 0 … t − 1
/// </code>
/// x: returns, mean taken as 0; λ: decay, one for all pairs, which is what keeps the matrix free of negative eigenvalues.
/// Source: J.P. Morgan/Reuters, RiskMetrics Technical Document (1996), §5.2. Valid for one observation and more (then all correlations are ±1).
/// </summary>
public static class EwmaCorrelation
{
    /// <summary>The correlation matrix for the period after the last returns.</summary>
    /// <param name="returns">One series an asset, equally long, at least one return.</param>
    /// <param name="lambda">Decay, between 0 and 1.</param>
    /// <exception cref="ArgumentException">No asset, no return, lengths that differ, or a return that is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Lambda does not lie between 0 and 1.</exception>
    /// <exception cref="ArithmeticException">An asset whose returns are 0 as far as the weights reach.</exception>
    public static double[,] Of(IReadOnlyList<double[]> returns, double lambda = EwmaVolatility.DailyLambda)
    {
        Observations.CheckDecay(lambda);
        var x = AssetReturns.Standardise(returns, 1, centre: false);
        foreach (var column in x)
        {
            var weight = 1.0;
            for (var t = column.Length - 1; t >= 0; t--)
            {
                column[t] *= weight;
                weight *= Math.Sqrt(lambda);
            }
        }

        return AssetReturns.ToCorrelation(AssetReturns.Products(x));
    }
}
