using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Quant.Risk;

namespace LiquidityRisk.Quant.Optimisation.Tests;

public class OptimisationPropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(20_240_103, 7);
    private static readonly Config TwoThousand = Config.QuickThrowOnFailure.WithMaxTest(2_000).WithReplay(20_240_104, 7);

    /// <summary>Covariances from fewer or more factors than assets (singular ones too), and bounds that some weights meet.</summary>
    private static readonly Arbitrary<Case> Cases = (
        from n in Gen.Choose(1, 7)
        from factors in Gen.Choose(1, 9)
        from loadings in Gen.Choose(-100, 100).ArrayOf(n * factors)
        from lower in Gen.Choose(-20, 100).ArrayOf(n)
        from room in Gen.Choose(0, 100).ArrayOf(n)
        from means in Gen.Choose(-100, 100).ArrayOf(n)
        select Case.Of(n, factors, loadings, lower, room, means)).ToArbitrary();

    [Fact]
    public void Least_variance_weights_meet_their_bounds_and_every_kkt_condition() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
    {
        var w = MinimumVariance.Weights(c.Covariance, c.Bounds);
        return Meets(w, c.Bounds) && Kkt(c, w, [], 1e-6);
    }));

    [Fact]
    public void No_other_weights_have_less_variance() => Check.One(TwoThousand, Prop.ForAll(Cases, c =>
    {
        var w = MinimumVariance.Weights(c.Covariance, c.Bounds);
        var least = BoundedQuadratic.Variance(c.Covariance, w);
        return Others(c).All(o => BoundedQuadratic.Variance(c.Covariance, o) >= least - 1e-9);
    }));

    [Fact]
    public void No_other_weights_have_a_larger_sharpe_ratio() => Check.One(TwoThousand, Prop.ForAll(Cases, c =>
    {
        try
        {
            var w = MaximumSharpe.Weights(c.Means, c.Covariance, c.Bounds);
            var best = Sharpe(c, w);
            return Meets(w, c.Bounds) && best > 0 && Others(c).All(o => Sharpe(c, o) <= best * (1 + 1e-7));
        }
        catch (ArithmeticException)
        {
            // Refused only without a positive mean, or where some weights have next to no risk.
            var least = BoundedQuadratic.Variance(c.Covariance, MinimumVariance.Weights(c.Covariance, c.Bounds));
            return Others(c).All(o => Mean(c, o) <= 1e-9) || least < 1e-6;
        }
    }));

    [Fact]
    public void Risk_parity_shares_the_risk_alike_and_scale_does_not_matter() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
    {
        var n = c.Means.Length;
        var covariance = (double[,])c.Covariance.Clone();
        for (var i = 0; i < n; i++) covariance[i, i] += 0.05;
        var w = RiskParity.Weights(covariance, WeightBounds.LongOnly(n));
        var total = BoundedQuadratic.Variance(covariance, w);
        for (var i = 0; i < n; i++)
        {
            var contribution = 0.0;
            for (var j = 0; j < n; j++) contribution += w[i] * covariance[i, j] * w[j];
            if (Math.Abs((contribution / total) - (1.0 / n)) > 1e-9) return false;
        }

        return Meets(w, WeightBounds.LongOnly(n));
    }));

    [Fact]
    public void Hierarchical_weights_meet_their_bounds() => Check.One(TenThousand, Prop.ForAll(Cases, c =>
    {
        for (var i = 0; i < c.Means.Length; i++)
            if (c.Covariance[i, i] <= 0) return true;
        return Meets(HierarchicalRiskParity.Weights(c.Covariance, c.Bounds), c.Bounds);
    }));

    [Fact]
    public void No_other_weights_have_less_shortfall_and_the_bound_proves_it() => Check.One(TwoThousand, Prop.ForAll(Cases, Gen.Choose(20, 980).ToArbitrary(), (c, level) =>
    {
        var confidence = level / 1000.0;
        var found = CvarMinimisation.Of(c.Returns, confidence, c.Bounds);
        return Meets([.. found.Weights], c.Bounds) && found.Bound <= found.Shortfall && found.Shortfall - found.Bound < 2e-8
            && Others(c).All(o => Shortfall(c, o, confidence) >= found.Bound - 1e-9);
    }));

    [Fact]
    public void Bounds_that_no_weights_meet_are_named()
    {
        Assert.Contains("sum to 1.2", Assert.Throws<ArgumentException>(() => new WeightBounds([0.6, 0.6], [1, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("sum to 0.8", Assert.Throws<ArgumentException>(() => new WeightBounds([0, 0], [0.4, 0.4])).Message, StringComparison.Ordinal);
        Assert.Contains("asset 1", Assert.Throws<ArgumentException>(() => new WeightBounds([0, 0.7], [1, 0.4])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new WeightBounds([], []));
        Assert.Throws<ArgumentException>(() => new WeightBounds([double.NegativeInfinity], [1]));
        Assert.Throws<ArgumentException>(() => new WeightBounds([0], [1, 1]));
        Assert.Throws<ArgumentException>(() => WeightBounds.LongOnly(0));
    }

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        var (two, unit) = (WeightBounds.LongOnly(2), new double[,] { { 1, 0 }, { 0, 1 } });
        Assert.Throws<ArgumentException>(() => MinimumVariance.Weights(new double[,] { { 1 } }, two));
        Assert.Throws<ArgumentException>(() => MinimumVariance.Weights(new double[,] { { 1, double.NaN }, { double.NaN, 1 } }, two));
        Assert.Throws<ArgumentException>(() => MinimumVariance.Weights(new double[,] { { 1, 2 }, { 2, 1 } }, two));
        Assert.Throws<ArithmeticException>(() => MaximumSharpe.Weights([-1, -2], unit, two));
        Assert.Throws<ArithmeticException>(() => MaximumSharpe.Weights([1, 2], new double[,] { { 1, 0 }, { 0, 0 } }, two));
        Assert.Throws<ArgumentException>(() => MaximumSharpe.Weights([1], unit, two));
        Assert.Throws<ArgumentException>(() => RiskParity.Weights(new double[,] { { 1, 0 }, { 0, 0 } }, two));
        Assert.Throws<ArgumentException>(() => RiskParity.Weights(unit, two, [1, 0]));
        Assert.Throws<ArgumentException>(() => RiskParity.Weights(unit, new([-0.1, 0], [1, 1])));
        Assert.Throws<ArgumentException>(() => HierarchicalRiskParity.Weights(new double[,] { { 1, 0 }, { 0, 0 } }, two));
        Assert.Throws<ArgumentException>(() => CvarMinimisation.Of([[1, 2], [1]], 0.9, two));
        Assert.Throws<ArgumentOutOfRangeException>(() => CvarMinimisation.Of([[1, 2], [1, 3]], 1, two));
        Assert.Throws<OperationCanceledException>(() => CvarMinimisation.Of([[1, 2], [1, 3]], 0.9, two, cancellationToken: new(true)));
        Assert.Throws<OperationCanceledException>(() => MinimumVariance.Weights(unit, two, new(true)));
        Assert.Equal([0.5, 0.5], MinimumVariance.Weights(new double[,] { { 0, 0 }, { 0, 0 } }, two));
        Assert.Equal([0.5, 0.5], MinimumVariance.Weights(new double[,] { { 1e300, 0 }, { 0, 1e300 } }, two));
        Assert.Equal([0.5, 0.5], RiskParity.Weights(new double[,] { { 1e-150, 0 }, { 0, 1e-150 } }, two));
    }

    [Fact]
    public void Fifty_assets_settle_quickly_in_every_method()
    {
        var random = new Random(12);
        double[][] returns = [.. Enumerable.Range(0, 50).Select(_ => Enumerable.Range(0, 500).Select(_ => (random.NextDouble() - 0.48) * 0.02).ToArray())];
        var covariance = Statistics.SampleCovariance.Of(returns);
        var bounds = new WeightBounds(new double[50], [.. Enumerable.Repeat(0.04, 50)]);
        double[] means = [.. returns.Select(r => r.Average())];
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Time("least variance", () => MinimumVariance.Weights(covariance, bounds));
        Time("sharpe", () => MaximumSharpe.Weights(means, covariance, bounds));
        Time("parity", () => RiskParity.Weights(covariance, bounds));
        Time("hierarchical", () => HierarchicalRiskParity.Weights(covariance, bounds));
        Time("shortfall", () => [.. CvarMinimisation.Of(returns, 0.95, bounds).Weights]);

        void Time(string name, Func<double[]> method)
        {
            clock.Restart();
            Assert.True(Meets(method(), bounds));
            TestContext.Current.SendDiagnosticMessage($"{name}: {clock.Elapsed.TotalMilliseconds:0.0} ms");
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), name);
        }
    }

    private static bool Meets(double[] w, WeightBounds bounds)
    {
        for (var i = 0; i < w.Length; i++)
            if (w[i] < bounds.Lower[i] || w[i] > bounds.Upper[i]) return false;
        return Math.Abs(w.Sum() - 1) < 1e-12;
    }

    private static bool Kkt(Case c, double[] w, double[] gain, double tolerance)
    {
        var (least, most, size) = (double.NegativeInfinity, double.PositiveInfinity, 1e-12);
        for (var i = 0; i < w.Length; i++)
        {
            var gradient = gain.Length > 0 ? -gain[i] : 0;
            for (var j = 0; j < w.Length; j++) gradient += c.Covariance[i, j] * w[j];
            size = Math.Max(size, c.Covariance[i, i]);
            if (w[i] < c.Bounds.Upper[i] - 1e-12) most = Math.Min(most, gradient);
            if (w[i] > c.Bounds.Lower[i] + 1e-12) least = Math.Max(least, gradient);
        }

        return least <= most + (tolerance * size);
    }

    private static IEnumerable<double[]> Others(Case c)
    {
        var random = new Random(5);
        for (var k = 0; k < 20; k++)
        {
            var w = c.Bounds.Inside();
            for (var i = 0; i < 3 * w.Length; i++)
            {
                var (a, b) = (random.Next(w.Length), random.Next(w.Length));
                var step = random.NextDouble() * Math.Min(c.Bounds.Upper[a] - w[a], w[b] - c.Bounds.Lower[b]);
                if (a != b) (w[a], w[b]) = (w[a] + step, w[b] - step);
            }

            yield return w;
        }
    }

    private static double Mean(Case c, double[] w) => w.Zip(c.Means, (a, b) => a * b).Sum();

    private static double Sharpe(Case c, double[] w) => Mean(c, w) / Math.Sqrt(Math.Max(1e-300, BoundedQuadratic.Variance(c.Covariance, w)));

    private static double Shortfall(Case c, double[] w, double confidence) => ExpectedShortfall.Historical(
        [.. Enumerable.Range(0, c.Returns[0].Length).Select(t => w.Select((v, i) => v * c.Returns[i][t]).Sum())], confidence);

    private sealed record Case(double[,] Covariance, WeightBounds Bounds, double[] Means, double[][] Returns)
    {
        public static Case Of(int n, int factors, int[] loadings, int[] lower, int[] room, int[] means)
        {
            double[][] returns = [.. Enumerable.Range(0, n).Select(i => loadings.Skip(i * factors).Take(factors).Select(x => x / 100.0).ToArray())];
            var covariance = new double[n, n];
            for (var i = 0; i < n; i++)
                for (var j = 0; j < n; j++) covariance[i, j] = returns[i].Zip(returns[j], (a, b) => a * b).Sum();

            // Lower bounds are brought below, upper bounds above a sum of 1.
            double[] low = [.. lower.Select(l => l / 100.0)], high;
            var excess = Math.Max(0, low.Sum() - 0.9) / n;
            low = [.. low.Select(l => l - excess)];
            high = [.. low.Zip(room, (l, r) => l + (r / 100.0))];
            var lack = Math.Max(0, 1.1 - high.Sum()) / n;
            return new(covariance, new(low, [.. high.Select(h => h + lack)]), [.. means.Select(m => m / 100.0)], returns);
        }
    }
}
