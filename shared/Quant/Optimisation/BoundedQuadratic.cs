using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Optimisation;

/// <summary>
/// The convex quadratic programme under the optimisers.
/// <code>
/// minimise ½·wᵀΣw − λ·mᵀw      subject to  Σ wᵢ = 1,  l ≤ w ≤ u
/// KKT:  (Σw − λm)ᵢ = ν on free weights,  ≥ ν at a lower,  ≤ ν at an upper bound
/// </code>
/// Primal active-set method: on the free weights the equality-constrained minimum is solved exactly (Cholesky), a step stops at the first bound
/// it meets, and at a minimum the bound whose multiplier has the wrong sign most is let go. Ends when every KKT condition holds to 1e-10 of the
/// gradient's size. Each variance is raised by 1e-12 of itself, which makes a singular Σ (assets that move as one) definite. Source: J. Nocedal, S. Wright (2006), Numerical
/// Optimization, 2nd ed., algorithm 16.3.
/// </summary>
internal static class BoundedQuadratic
{
    private const double Tolerance = 1e-10;
    private const double Ridge = 1e-12;

    /// <summary>The minimising weights.</summary>
    /// <param name="covariance">Σ, checked, positive semi-definite.</param>
    /// <param name="gain">λm, as long; empty: 0.</param>
    /// <param name="bounds">l and u.</param>
    /// <param name="start">Feasible weights to begin with, or null.</param>
    /// <param name="cancellationToken">Stops between steps.</param>
    /// <exception cref="ArgumentException">Σ is not positive semi-definite.</exception>
    /// <exception cref="ArithmeticException">The method did not settle.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static double[] Minimise(
        double[,] covariance, ReadOnlySpan<double> gain, WeightBounds bounds, double[]? start, CancellationToken cancellationToken)
    {
        var n = bounds.Count;
        var (weights, gradient, state) = (start is null ? bounds.Inside() : (double[])start.Clone(), new double[n], new sbyte[n]);
        for (var i = 0; i < n; i++) state[i] = weights[i] <= bounds.Lower[i] ? (sbyte)-1 : weights[i] >= bounds.Upper[i] ? (sbyte)1 : (sbyte)0;
        var ridge = Ridges(covariance);
        for (var step = 0; step < 100 + (50 * n); step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var size = Gradient(covariance, gain, weights, ridge, gradient);
            int[] free = [.. Enumerable.Range(0, n).Where(i => state[i] == 0)];
            var (move, multiplier) = Move(covariance, gradient, free, ridge);
            var (length, blocking) = Reach(weights, bounds, free, move);
            for (var k = 0; k < free.Length; k++) weights[free[k]] += length * move[k];
            if (blocking >= 0)
            {
                (weights[blocking], state[blocking]) = move[Array.IndexOf(free, blocking)] < 0 ? (bounds.Lower[blocking], (sbyte)-1) : (bounds.Upper[blocking], (sbyte)1);
                continue;
            }

            Gradient(covariance, gain, weights, ridge, gradient);
            var wrong = Release(gradient, state, bounds, free.Length > 0 ? multiplier : null, Tolerance * size);
            if (wrong.Length == 0) return bounds.Settle(weights);
            foreach (var i in wrong) state[i] = 0;
        }

        throw new ArithmeticException("The quadratic programme did not settle.");
    }

    /// <summary>wᵀΣw.</summary>
    public static double Variance(double[,] covariance, ReadOnlySpan<double> weights)
    {
        var sum = 0.0;
        for (var i = 0; i < weights.Length; i++)
            for (var j = 0; j < weights.Length; j++) sum += weights[i] * covariance[i, j] * weights[j];
        return sum;
    }

    // A riskless asset takes a part of the mean variance, and when nothing has risk any weights are as good.
    private static double[] Ridges(double[,] covariance)
    {
        var (n, mean) = (covariance.GetLength(0), 0.0);
        for (var i = 0; i < n; i++) mean += covariance[i, i] / n;
        var floor = mean > 0 ? Ridge * Ridge * Inputs.Finite(mean) : 1;
        return [.. Enumerable.Range(0, n).Select(i => Math.Max(Ridge * covariance[i, i], floor))];
    }

    private static double Gradient(double[,] covariance, ReadOnlySpan<double> gain, double[] weights, double[] ridge, double[] gradient)
    {
        var size = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            var (sum, absolute) = (ridge[i] * weights[i], 0.0);
            for (var j = 0; j < weights.Length; j++)
            {
                sum += covariance[i, j] * weights[j];
                absolute += Math.Abs(covariance[i, j] * weights[j]);
            }

            gradient[i] = sum - (gain.IsEmpty ? 0 : gain[i]);
            size = Math.Max(size, absolute + (gain.IsEmpty ? 0 : Math.Abs(gain[i])));
        }

        return Inputs.Finite(size);
    }

    // Minimises over the free weights with their sum kept: Σ_FF·d = ν·1 − g, 1ᵀd = 0, so d = ν·a − b with Σa = 1, Σb = g.
    private static (double[] Move, double Multiplier) Move(double[,] covariance, double[] gradient, int[] free, double[] ridge)
    {
        if (free.Length == 0) return ([], 0);
        var block = new double[free.Length, free.Length];
        for (var i = 0; i < free.Length; i++)
            for (var j = 0; j < free.Length; j++) block[i, j] = covariance[free[i], free[j]] + (i == j ? ridge[free[i]] : 0);
        var factor = CholeskyFactor.OfDefinite(block);
        var (a, b) = (new double[free.Length], new double[free.Length]);
        for (var i = 0; i < free.Length; i++) (a[i], b[i]) = (1, gradient[free[i]]);
        CholeskyFactor.Solve(factor, a);
        CholeskyFactor.Solve(factor, b);
        var multiplier = b.Sum() / a.Sum();
        for (var i = 0; i < a.Length; i++) a[i] = (multiplier * a[i]) - b[i];
        var drift = a.Sum() / a.Length;
        for (var i = 0; i < a.Length; i++) a[i] -= drift;
        return (a, multiplier);
    }

    private static (double Length, int Blocking) Reach(double[] weights, WeightBounds bounds, int[] free, double[] move)
    {
        var (length, blocking) = (1.0, -1);
        for (var k = 0; k < free.Length; k++)
        {
            var i = free[k];
            if (move[k] == 0) continue;
            var room = ((move[k] < 0 ? bounds.Lower[i] : bounds.Upper[i]) - weights[i]) / move[k];
            if (room < length) (length, blocking) = (Math.Max(0, room), i);
        }

        return (length, blocking);
    }

    // Without a free weight any ν between the largest that must be below and the least that must be above will do; else a pair is let go.
    private static int[] Release(double[] gradient, sbyte[] state, WeightBounds bounds, double? multiplier, double tolerance)
    {
        var (low, high) = (-1, -1);
        for (var i = 0; i < state.Length; i++)
        {
            if (bounds.Upper[i] <= bounds.Lower[i]) continue;
            if (state[i] < 0 && (low < 0 || gradient[i] < gradient[low])) low = i;
            if (state[i] > 0 && (high < 0 || gradient[i] > gradient[high])) high = i;
        }

        if (multiplier is null) return low >= 0 && high >= 0 && gradient[low] < gradient[high] - tolerance ? [low, high] : [];
        var (rise, fall) = (low < 0 ? 0 : multiplier.Value - gradient[low], high < 0 ? 0 : gradient[high] - multiplier.Value);
        if (Math.Max(rise, fall) <= tolerance) return [];
        return rise >= fall ? [low] : [high];
    }
}
