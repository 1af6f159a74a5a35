namespace LiquidityRisk.Quant.Optimisation;

/// <summary>
/// Weights along a tree of assets that move alike; needs no inverse of the covariance.
/// <code>
/// dᵢⱼ = √((1 − ρᵢⱼ)/2)        D̃ᵢⱼ = √( Σₖ (dₖᵢ − dₖⱼ)² )        single linkage on D̃ → order of the leaves
/// halve the order:  α = 1 − V₁/(V₁ + V₂),   V = wᵀΣw of a half with w ∝ 1/Σᵢᵢ;   the first half gets α, the second 1 − α, and so on
/// </code>
/// Σ: covariance, ρ: its correlation. Bounds: α is cut so that each half can meet the bounds of its assets. Sources: M. López de Prado (2016), Building
/// diversified portfolios that outperform out of sample, Journal of Portfolio Management 42; the cut as in J. Pfitzinger, N. Katzke (2019), A constrained
/// hierarchical risk parity algorithm with cluster-based capital allocation.
/// </summary>
public static class HierarchicalRiskParity
{
    /// <summary>w, within the bounds, summing to 1.</summary>
    /// <param name="covariance">Σ, symmetric, every variance above 0.</param>
    /// <param name="bounds">l and u.</param>
    /// <exception cref="ArgumentException">Σ of another size, not finite, not symmetric or with a variance of 0.</exception>
    public static double[] Weights(double[,] covariance, WeightBounds bounds)
    {
        bounds.CheckCovariance(covariance);
        for (var i = 0; i < bounds.Count; i++)
            if (covariance[i, i] <= 0) throw new ArgumentException("Every variance is above 0.", nameof(covariance));
        var order = SingleLinkage.Order(Distances(covariance));
        var weights = new double[bounds.Count];
        Split(covariance, bounds, order, 1, weights);
        return bounds.Settle(weights);
    }

    private static void Split(double[,] covariance, WeightBounds bounds, ReadOnlySpan<int> leaves, double budget, double[] weights)
    {
        if (leaves.Length == 1)
        {
            weights[leaves[0]] = budget;
            return;
        }

        var (first, second) = (leaves[..(leaves.Length / 2)].ToArray(), leaves[(leaves.Length / 2)..].ToArray());
        var (one, two) = (ClusterVariance(covariance, first), ClusterVariance(covariance, second));
        var share = one + two > 0 ? budget * (1 - (one / (one + two))) : budget / 2;
        var least = Math.Max(first.Sum(i => bounds.LowerBounds[i]), budget - second.Sum(i => bounds.UpperBounds[i]));
        var most = Math.Min(first.Sum(i => bounds.UpperBounds[i]), budget - second.Sum(i => bounds.LowerBounds[i]));
        share = Math.Min(Math.Max(share, least), Math.Max(least, most));
        Split(covariance, bounds, first, share, weights);
        Split(covariance, bounds, second, budget - share, weights);
    }

    private static double ClusterVariance(double[,] covariance, int[] leaves)
    {
        var (total, variance) = (leaves.Sum(i => 1 / covariance[i, i]), 0.0);
        foreach (var i in leaves)
            foreach (var j in leaves) variance += covariance[i, j] / covariance[i, i] / covariance[j, j] / total / total;
        return Math.Max(0, variance);
    }

    private static double[,] Distances(double[,] covariance)
    {
        var n = covariance.GetLength(0);
        var (near, far) = (new double[n, n], new double[n, n]);
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
            {
                var rho = i == j ? 1 : Math.Clamp(covariance[i, j] / Math.Sqrt(covariance[i, i]) / Math.Sqrt(covariance[j, j]), -1, 1);
                near[i, j] = Math.Sqrt((1 - rho) / 2);
            }

        for (var i = 0; i < n; i++)
            for (var j = 0; j < i; j++)
            {
                var sum = 0.0;
                for (var k = 0; k < n; k++) sum += (near[k, i] - near[k, j]) * (near[k, i] - near[k, j]);
                far[i, j] = far[j, i] = Math.Sqrt(sum);
            }

        return far;
    }
}
