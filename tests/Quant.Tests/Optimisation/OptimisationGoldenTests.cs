using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Optimisation.Tests;

/// <summary>Against scipy's SLSQP, L-BFGS-B, HiGHS and cluster.hierarchy: tests/Golden/Optimisation/optimisation.py.</summary>
public class OptimisationGoldenTests
{
    [Fact]
    public void Least_variances_agree_with_slsqp_or_are_below() => Each("variance", r =>
    {
        var w = MinimumVariance.Weights(r.Covariance, r.Bounds);
        var found = BoundedQuadratic.Variance(r.Covariance, w);
        Assert.InRange(found / r.Objective, 1 - 1e-7, 1 + 1e-10);
        Near(r.Weights, w, 1e-4);
    });

    [Fact]
    public void Largest_sharpe_ratios_agree_with_slsqp_or_are_above() => Each("sharpe", r =>
    {
        var w = MaximumSharpe.Weights(r.Means, r.Covariance, r.Bounds);
        var found = w.Zip(r.Means, (a, b) => a * b).Sum() / Math.Sqrt(BoundedQuadratic.Variance(r.Covariance, w));
        Assert.InRange(found / r.Objective, 1 - 1e-10, 1 + 1e-7);
        Near(r.Weights, w, 1e-3);
    });

    [Fact]
    public void Risk_parities_free_and_bounded_agree_with_l_bfgs() => Each("parity", r =>
    {
        var w = RiskParity.Weights(r.Covariance, r.Bounds, r.Means);
        Assert.Equal(1, Math.Sqrt(BoundedQuadratic.Variance(r.Covariance, w)) / r.Objective, 1e-7);
        Near(r.Weights, w, 1e-6);
    });

    [Fact]
    public void Hierarchical_risk_parity_agrees_with_the_paper_on_scipys_tree() => Each("hierarchical", r =>
        Near(r.Weights, HierarchicalRiskParity.Weights(r.Covariance, r.Bounds), 1e-12));

    [Fact]
    public void Least_shortfalls_agree_with_highs_and_prove_themselves() => Each("cvar", r =>
    {
        var found = CvarMinimisation.Of(r.Returns, r.Confidence, r.Bounds);
        Assert.Equal(r.Objective, found.Shortfall, 1e-9 * Math.Abs(r.Objective));
        Assert.Equal(found.Shortfall, found.Bound, 1e-9 * Math.Abs(r.Objective));
    });

    private static void Near(double[] expected, double[] found, double tolerance)
    {
        for (var i = 0; i < expected.Length; i++) Assert.Equal(expected[i], found[i], tolerance);
    }

    private static void Each(string kind, Action<Row> check)
    {
        var rows = Golden.Rows("Optimisation/optimisation.csv").Where(r => string.Equals(r[0], kind, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, r =>
        {
            var (weights, covariance, scenarios) = (Numbers(r[2]), Numbers(r[5]), Numbers(r[7]));
            var n = weights.Length;
            var square = new double[n, n];
            for (var i = 0; i < covariance.Length; i++) square[i / n, i % n] = covariance[i];
            double[][] returns = scenarios.Length > 0 ? [.. scenarios.Skip(1).Chunk((scenarios.Length - 1) / n)] : [];
            check(new(Golden.Number(r[1]), weights, new(Numbers(r[3]), Numbers(r[4])), square, Numbers(r[6]), returns, scenarios.FirstOrDefault()));
        });
    }

    private static double[] Numbers(string text) => [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Golden.Number)];

    private sealed record Row(
        double Objective, double[] Weights, WeightBounds Bounds, double[,] Covariance, double[] Means, double[][] Returns, double Confidence);
}
