namespace LiquidityRisk.Quant.Trees;

/// <summary>
/// What training makes small, with its first two derivatives by the margin.
/// <code>
/// logistic:       ℓ = −y·ln p − (1 − y)·ln(1 − p),  g = p − y,  h = p·(1 − p)      p = 1/(1 + e^(−margin))
/// squared error:  ℓ = ½·(ŷ − y)²,                   g = ŷ − y,  h = 1
/// </code>
/// 32-bit floats, as in XGBoost. Source: T. Chen and C. Guestrin (2016), XGBoost: A Scalable Tree Boosting System, §2.2.
/// </summary>
internal static class TreeLoss
{
    private const float LeastCurvature = 1e-16f;

    public static void Derive(TreeObjective objective, ReadOnlySpan<float> margins, ReadOnlySpan<double> labels, double positiveWeight, Span<float> g, Span<float> h)
    {
        var weight = (float)positiveWeight;
        for (var i = 0; i < margins.Length; i++)
        {
            var label = (float)labels[i];
            if (objective == TreeObjective.SquaredError)
            {
                (g[i], h[i]) = (margins[i] - label, 1);
                continue;
            }

            var p = BoostedTrees.Sigmoid(margins[i]);
            (g[i], h[i]) = (p - label, MathF.Max(p * (1 - p), LeastCurvature));
            if (label == 1) (g[i], h[i]) = (g[i] * weight, h[i] * weight);
        }
    }

    /// <summary>Mean log loss, from the margin so that it stays finite, or root mean squared error.</summary>
    public static double Mean(TreeObjective objective, ReadOnlySpan<float> margins, ReadOnlySpan<double> labels)
    {
        var sum = 0.0;
        for (var i = 0; i < margins.Length; i++)
        {
            double margin = margins[i];
            var miss = margin - labels[i];
            sum += objective == TreeObjective.SquaredError
                ? miss * miss
                : Math.Max(margin, 0) - (margin * labels[i]) + Math.Log(1 + Math.Exp(-Math.Abs(margin)));
        }

        return objective == TreeObjective.SquaredError ? Math.Sqrt(sum / margins.Length) : sum / margins.Length;
    }

    public static void CheckLabels(TreeObjective objective, ReadOnlySpan<double> labels, string name)
    {
        if (objective != TreeObjective.BinaryLogistic) return;
        foreach (var label in labels)
            if (label is not (0 or 1)) throw new ArgumentException("A label is 0 or 1.", name);
    }
}
