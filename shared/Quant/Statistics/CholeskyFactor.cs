namespace LiquidityRisk.Quant.Statistics;

/// <summary>
/// The lower triangle L with L·Lᵀ = Σ, also for a singular Σ (assets that move as one).
/// <code>
/// Lⱼⱼ = √(Σⱼⱼ − Σₖ Lⱼₖ²)      Lᵢⱼ = (Σᵢⱼ − Σₖ Lᵢₖ·Lⱼₖ) / Lⱼⱼ,  k &lt; j
/// </code>
/// A pivot within 1e-10 of 0, relative to its variance, counts as 0 and its column is 0, provided that what remains of the column is
/// within √1e-10 of 0; otherwise Σ is not positive semi-definite. Source: N. J. Higham (1990), Analysis of the Cholesky decomposition of
/// a semi-definite matrix, in Reliable Numerical Computation.
/// </summary>
public static class CholeskyFactor
{
    private const double Zero = 1e-10;

    /// <summary>L; rows of the lower triangle, zeros above.</summary>
    /// <param name="covariance">Σ, symmetric, positive semi-definite; only its lower triangle is read.</param>
    /// <exception cref="ArgumentException">Not square, not finite, not symmetric or not positive semi-definite.</exception>
    public static double[][] Of(double[,] covariance)
    {
        var n = covariance.GetLength(0);
        Inputs.CheckCovariance(covariance, n, nameof(covariance));
        var factor = new double[n][];
        for (var i = 0; i < n; i++) factor[i] = new double[n];
        for (var j = 0; j < n; j++)
        {
            var pivot = covariance[j, j] - Inner(factor[j], factor[j], j);
            if (pivot < -Zero * covariance[j, j]) throw NotSemiDefinite(nameof(covariance));
            var root = pivot <= Zero * covariance[j, j] ? 0 : Math.Sqrt(pivot);
            factor[j][j] = root;
            for (var i = j + 1; i < n; i++)
            {
                var rest = covariance[i, j] - Inner(factor[i], factor[j], j);
                if (root > 0) factor[i][j] = rest / root;
                else if (Math.Abs(rest) > Math.Sqrt(Zero) * Math.Sqrt(covariance[i, i]) * Math.Sqrt(covariance[j, j])) throw NotSemiDefinite(nameof(covariance));
            }
        }

        return factor;
    }

    /// <summary>L of a matrix that is known to be definite, without checks of its numbers.</summary>
    /// <exception cref="ArgumentException">A pivot is not above 0.</exception>
    internal static double[][] OfDefinite(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var factor = new double[n][];
        for (var i = 0; i < n; i++)
        {
            factor[i] = new double[n];
            for (var j = 0; j < i; j++) factor[i][j] = (matrix[i, j] - Inner(factor[i], factor[j], j)) / factor[j][j];
            var pivot = matrix[i, i] - Inner(factor[i], factor[i], i);
            factor[i][i] = pivot > 0 ? Math.Sqrt(pivot) : throw NotSemiDefinite(nameof(matrix));
        }

        return factor;
    }

    /// <summary>Solves L·Lᵀ·x = b in place.</summary>
    internal static void Solve(double[][] factor, Span<double> b)
    {
        for (var i = 0; i < b.Length; i++)
        {
            for (var k = 0; k < i; k++) b[i] -= factor[i][k] * b[k];
            b[i] /= factor[i][i];
        }

        for (var i = b.Length - 1; i >= 0; i--)
        {
            b[i] /= factor[i][i];
            for (var k = 0; k < i; k++) b[k] -= factor[i][k] * b[i];
        }
    }

    private static double Inner(double[] a, double[] b, int count)
    {
        var sum = 0.0;
        for (var k = 0; k < count; k++) sum += a[k] * b[k];
        return sum;
    }

    private static ArgumentException NotSemiDefinite(string name) => new("The covariance is not positive semi-definite.", name);
}
