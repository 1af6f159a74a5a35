using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Optimisation;

/// <summary>
/// Weights in which every asset carries its share of the risk.
/// <code>
/// wᵢ·(Σw)ᵢ = bᵢ·wᵀΣw            minimise ½·xᵀΣx − κ·Σ bᵢ·ln xᵢ,   l ≤ x ≤ u,   κ such that Σ xᵢ = 1
/// one coordinate:  xᵢ = [ −c + √(c² + 4κ·bᵢ·Σᵢᵢ) ] / (2Σᵢᵢ),   c = Σⱼ≠ᵢ Σᵢⱼxⱼ,   cut at l and u
/// </code>
/// b: budgets, equal by default; Σ: covariance. Where no bound binds the shares are met exactly; where one binds the other assets share the
/// rest in proportion to their budgets (x·(Σx) = κb for each that is free). Source: T. Griveau-Billion, J.-C. Richard, T. Roncalli (2013), A fast algorithm for computing
/// high-dimensional risk parity portfolios; bounds: J.-C. Richard, T. Roncalli (2019), Constrained risk budgeting portfolios.
/// </summary>
public static class RiskParity
{
    private const int MaxSweeps = 100_000;
    private const double Settled = 1e-15;

    /// <summary>w, above 0, within the bounds, summing to 1.</summary>
    /// <param name="covariance">Σ, symmetric, positive semi-definite, every variance above 0.</param>
    /// <param name="bounds">l, not negative, and u, above 0.</param>
    /// <param name="budgets">b, above 0, one per asset, only their proportions count; empty: equal.</param>
    /// <param name="cancellationToken">Stops between sweeps.</param>
    /// <exception cref="ArgumentException">Sizes that differ, a number outside of its range, or Σ not symmetric or with a variance of 0.</exception>
    /// <exception cref="ArithmeticException">It did not settle (a hedge without risk), or no κ gives a sum of 1 within the bounds.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static double[] Weights(
        double[,] covariance, WeightBounds bounds, ReadOnlySpan<double> budgets = default, CancellationToken cancellationToken = default)
    {
        Check(covariance, bounds, budgets);
        var n = bounds.Count;
        var shares = budgets.IsEmpty ? [.. Enumerable.Repeat(1.0 / n, n)] : budgets.ToArray();
        var total = shares.Sum();
        for (var i = 0; i < n; i++) shares[i] /= total;
        var none = (Lower: new double[n], Upper: Enumerable.Repeat(double.PositiveInfinity, n).ToArray());
        var weights = new double[n];
        for (var i = 0; i < n; i++) weights[i] = 1 / Math.Sqrt(covariance[i, i]);
        Descend(covariance, shares, 1, none.Lower, none.Upper, weights, cancellationToken);
        var sum = weights.Sum();
        for (var i = 0; i < n; i++) weights[i] /= sum;
        if (Within(weights, bounds)) return bounds.Settle(weights);
        return Bounded(covariance, shares, bounds, weights, cancellationToken);
    }

    private static double[] Bounded(double[,] covariance, double[] shares, WeightBounds bounds, double[] weights, CancellationToken cancellationToken)
    {
        var kappa = BoundedQuadratic.Variance(covariance, weights);
        var (low, high) = (0.0, double.PositiveInfinity);
        for (var step = 0; step < 400 && (double.IsInfinity(high) || high - low > 1e-15 * high); step++)
        {
            for (var i = 0; i < weights.Length; i++) weights[i] = Math.Clamp(weights[i], Math.Max(bounds.Lower[i], 1e-12), bounds.Upper[i]);
            Descend(covariance, shares, kappa, bounds.LowerBounds, bounds.UpperBounds, weights, cancellationToken);
            var miss = weights.Sum() - 1;
            if (Math.Abs(miss) < 1e-14) break;
            if (miss < 0) low = kappa;
            else high = kappa;
            kappa = double.IsInfinity(high) ? 2 * low : low > 0 ? Math.Sqrt(low * high) : high / 4;
            if (!(kappa is > 1e-300 and < 1e300)) break;
        }

        return Math.Abs(weights.Sum() - 1) < 1e-9
            ? bounds.Settle(weights)
            : throw new ArithmeticException("Within these bounds no weights of risk parity sum to 1.");
    }

    private static void Descend(
        double[,] covariance, double[] shares, double kappa, double[] lower, double[] upper, double[] x, CancellationToken cancellationToken)
    {
        var n = x.Length;
        var product = new double[n];
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (sweep % 64 == 0) Product(covariance, x, product);
            var moved = 0.0;
            for (var i = 0; i < n; i++)
            {
                var variance = covariance[i, i];
                var c = product[i] - (variance * x[i]);
                var root = Math.Sqrt((c * c) + (4 * kappa * shares[i] * variance));
                var next = Math.Clamp(c > 0 ? 2 * kappa * shares[i] / (c + root) : (root - c) / (2 * variance), lower[i], upper[i]);
                var step = next - x[i];
                if (step == 0) continue;
                x[i] = next;
                for (var j = 0; j < n; j++) product[j] += covariance[j, i] * step;
                moved = Math.Max(moved, Math.Abs(step) / next);
            }

            if (moved <= Settled * n) return;
            if (!double.IsFinite(moved)) break;
        }

        throw new ArithmeticException("Risk parity did not settle: some weights carry no risk together.");
    }

    private static void Product(double[,] covariance, double[] x, double[] product)
    {
        for (var i = 0; i < x.Length; i++)
        {
            product[i] = 0;
            for (var j = 0; j < x.Length; j++) product[i] += covariance[i, j] * x[j];
        }
    }

    private static bool Within(double[] weights, WeightBounds bounds)
    {
        for (var i = 0; i < weights.Length; i++)
            if (weights[i] < bounds.Lower[i] || weights[i] > bounds.Upper[i]) return false;
        return true;
    }

    private static void Check(double[,] covariance, WeightBounds bounds, ReadOnlySpan<double> budgets)
    {
        bounds.CheckCovariance(covariance);
        for (var i = 0; i < bounds.Count; i++)
        {
            if (covariance[i, i] <= 0) throw new ArgumentException("Every variance is above 0.", nameof(covariance));
            if (bounds.Lower[i] < 0 || bounds.Upper[i] <= 0) throw new ArgumentException("Risk parity has no short positions and no position of 0.", nameof(bounds));
        }

        if (budgets.IsEmpty) return;
        Inputs.CheckSeries(budgets, 1, nameof(budgets));
        Inputs.CheckSameLength(bounds.Count, budgets.Length, nameof(budgets));
        foreach (var b in budgets)
            if (b <= 0) throw new ArgumentException("A budget is above 0.", nameof(budgets));
    }
}
