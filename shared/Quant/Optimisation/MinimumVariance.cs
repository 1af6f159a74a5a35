namespace LiquidityRisk.Quant.Optimisation;

/// <summary>
/// The weights of least variance.
/// <code>
/// minimise wᵀΣw      subject to  Σ wᵢ = 1,  l ≤ w ≤ u
/// </code>
/// Σ: covariance of returns. Exact (active set, KKT conditions checked). With a singular Σ, where many weights are equally good, those of
/// least squares. Source: H. Markowitz (1952), Portfolio selection, Journal of Finance 7.
/// </summary>
public static class MinimumVariance
{
    /// <summary>w, within the bounds, summing to 1.</summary>
    /// <param name="covariance">Σ, symmetric, positive semi-definite, as large as there are bounds.</param>
    /// <param name="bounds">l and u.</param>
    /// <param name="cancellationToken">Stops between steps; more than some hundred assets take more than 100 ms.</param>
    /// <exception cref="ArgumentException">Σ of another size, not finite, not symmetric or not positive semi-definite.</exception>
    /// <exception cref="ArithmeticException">The method did not settle, or a number is beyond what a double holds.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static double[] Weights(double[,] covariance, WeightBounds bounds, CancellationToken cancellationToken = default)
    {
        bounds.CheckCovariance(covariance);
        return BoundedQuadratic.Minimise(covariance, [], bounds, null, cancellationToken);
    }
}
