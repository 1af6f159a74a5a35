namespace LiquidityRisk.Quant.Correlation;

/// <summary>
/// Pearson's correlations of several assets.
/// <code>
/// ρᵢⱼ = Σ (xᵢ − x̄ᵢ)(xⱼ − x̄ⱼ) / √( Σ (xᵢ − x̄ᵢ)² · Σ (xⱼ − x̄ⱼ)² )
/// </code>
/// A matrix with a unit diagonal and no negative eigenvalue; singular when an asset is a mix of others or observations are fewer than assets.
/// Source: K. Pearson (1895), Note on regression and inheritance in the case of two parents, Proceedings of the Royal Society 58. Valid for two observations and more.
/// </summary>
public static class SampleCorrelation
{
    /// <summary>The correlation matrix.</summary>
    /// <param name="returns">One series an asset, equally long, at least two returns.</param>
    /// <exception cref="ArgumentException">No asset, fewer than two returns, lengths that differ, or a return that is not finite.</exception>
    /// <exception cref="ArithmeticException">An asset that does not vary.</exception>
    public static double[,] Of(IReadOnlyList<double[]> returns) =>
        AssetReturns.ToCorrelation(AssetReturns.Products(AssetReturns.Standardise(returns, 2, centre: true)));
}
