namespace LiquidityRisk.Quant.Calibration;

/// <summary>
/// Logistic regression whose weights keep their sign.
/// <code>
/// P(y = 1) = 1 / (1 + e^(−(w₀ + Σ wₖ·xₖ)))      floor ≤ wₖ ≤ ceiling for k ≥ 1
/// minimise  −Σ ln P(yᵢ) + (λ/2)·Σ (wₖ − 1)²
/// </code>
/// xₖ: features that are already on the scale of log-odds, so that wₖ = 1 leaves them as they are; w₀: free intercept; λ: pull towards 1,
/// which also decides where features cannot be told apart. Solved by Newton steps on one coordinate at a time, cut at floor and ceiling; the
/// objective is convex, so the solution is the only one. Source: J. Friedman, T. Hastie, R. Tibshirani (2010), Regularization paths for
/// generalized linear models via coordinate descent, Journal of Statistical Software 33. Valid for any n ≥ 1 when λ > 0.
/// </summary>
public static class LogisticWeights
{
    private const int MaxSweeps = 2_000;
    private const double Settled = 1e-9;

    /// <summary>The intercept, then one weight per feature.</summary>
    /// <param name="features">One row per case, all equally long, finite.</param>
    /// <param name="happened">What happened; as many as rows, both cases among them.</param>
    /// <param name="pull">λ, not negative.</param>
    /// <param name="floor">Least weight, at most 1.</param>
    /// <param name="ceiling">Largest weight, at least 1.</param>
    /// <exception cref="ArgumentException">
    /// No rows, lengths that differ, a feature that is not finite, only one of the two outcomes, a negative pull, a floor above or a ceiling below 1.
    /// </exception>
    public static double[] Fit(IReadOnlyList<double[]> features, ReadOnlySpan<bool> happened, double pull, double floor, double ceiling)
    {
        Check(features, happened, pull, floor, ceiling);
        var (n, count) = (features.Count, features[0].Length);
        var y = happened.ToArray();
        var w = new double[count + 1];
        Array.Fill(w, 1.0, 1, count);
        var z = new double[n];
        for (var i = 0; i < n; i++) z[i] = features[i].Sum();
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var moved = 0.0;
            for (var k = 0; k <= count; k++)
            {
                var step = StepOf(features, y, z, w[k], k, pull, floor, ceiling);
                w[k] += step;
                for (var i = 0; i < n; i++) z[i] += step * X(features[i], k);
                moved = Math.Max(moved, Math.Abs(step));
            }

            if (moved < Settled) break;
        }

        return w;
    }

    // Curvature never exceeds a quarter of x², so this step never passes over the minimum twice as far away.
    private static double StepOf(IReadOnlyList<double[]> features, bool[] y, double[] z, double w, int k, double pull, double floor, double ceiling)
    {
        var (slope, curvature, bound) = (0.0, 1e-9, 1e-9);
        for (var i = 0; i < z.Length; i++)
        {
            var (p, x) = (1 / (1 + Math.Exp(-z[i])), X(features[i], k));
            slope += (p - (y[i] ? 1 : 0)) * x;
            curvature += p * (1 - p) * x * x;
            bound += x * x / 4;
        }

        if (k == 0) return -slope / Math.Max(curvature, bound / 2);
        slope += pull * (w - 1);
        return Math.Clamp(w - (slope / (Math.Max(curvature, bound / 2) + pull)), floor, ceiling) - w;
    }

    private static double X(double[] row, int k) => k == 0 ? 1 : row[k - 1];

    private static void Check(IReadOnlyList<double[]> features, ReadOnlySpan<bool> happened, double pull, double floor, double ceiling)
    {
        if (features.Count == 0) throw new ArgumentException("There is nothing to fit.", nameof(features));
        if (features.Count != happened.Length) throw new ArgumentException("There are as many outcomes as rows.", nameof(happened));
        if (features.Any(row => row.Length != features[0].Length || !row.All(double.IsFinite)))
            throw new ArgumentException("Rows are equally long and finite.", nameof(features));
        if (!happened.Contains(true) || !happened.Contains(false))
            throw new ArgumentException("Both outcomes must be among the cases.", nameof(happened));
        if (!(pull >= 0)) throw new ArgumentOutOfRangeException(nameof(pull), pull, "The pull is not negative.");
        if (!(floor <= 1)) throw new ArgumentOutOfRangeException(nameof(floor), floor, "The floor is at most 1.");
        if (!(ceiling >= 1)) throw new ArgumentOutOfRangeException(nameof(ceiling), ceiling, "The ceiling is at least 1.");
    }
}
