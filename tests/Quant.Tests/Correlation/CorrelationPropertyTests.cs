using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LiquidityRisk.Quant.Correlation.Tests;

/// <summary>Laws on 10,000 random panels where an estimate is quick; on 20 for fits of changing correlations and 200 for regimes.</summary>
public class CorrelationPropertyTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000);
    private static readonly Config Fits = Config.QuickThrowOnFailure.WithReplay(20240607, 77);

    private static readonly Arbitrary<double[][]> Panels = (
        from assets in Gen.Choose(1, 5)
        from n in Gen.Choose(2, 12)
        from panel in Gen.Choose(-1_000, 1_000).Select(x => x / 1e3).ArrayOf(n).ArrayOf(assets)
        where panel.All(r => r.Distinct().Count() > 1 && r.Any(x => x != 0))
        select panel).ToArbitrary();

    private static readonly Arbitrary<double[,]> Symmetric = (
        from n in Gen.Choose(1, 5)
        from entries in Gen.Choose(-1_500, 1_500).ArrayOf(n * n)
        select Mirror(n, entries)).ToArbitrary();

    [Fact]
    public void Every_estimate_is_a_correlation_matrix() => Check.One(TenThousand, Prop.ForAll(Panels, panel =>
        IsCorrelation(SampleCorrelation.Of(panel))
        && IsCorrelation(EwmaCorrelation.Of(panel))
        && IsCorrelation(EwmaCorrelation.Of(panel, 0.5))
        && IsCorrelation(LedoitWolf.Of(panel).Correlation)));

    [Fact]
    public void The_unit_of_an_asset_does_not_matter_and_its_sign_turns_the_sign() => Check.One(TenThousand, Prop.ForAll(
        Panels, Gen.Choose(-140, 140).ToArbitrary(), (panel, power) =>
        {
            double[][] scaled = [[.. panel[0].Select(x => -x * Math.Pow(10, power))], .. panel.Skip(1)];
            return Flipped(SampleCorrelation.Of(panel), SampleCorrelation.Of(scaled), 1e-9)
                && Flipped(EwmaCorrelation.Of(panel), EwmaCorrelation.Of(scaled), 1e-9)
                && (panel.Length < 2 || RollingCorrelation.Of(panel[0], panel[1], 2).Zip(RollingCorrelation.Of(scaled[0], panel[1], 2)).All(v =>
                    v.First is null == v.Second is null && Math.Abs((v.First ?? 0) + (v.Second ?? 0)) < 1e-9));
        }));

    [Fact]
    public void Shrinkage_keeps_the_sum_of_variances_and_scales_with_the_unit() => Check.One(TenThousand, Prop.ForAll(
        Panels, Gen.Choose(-140, 140).ToArbitrary(), (panel, power) =>
        {
            var c = Math.Pow(10, power);
            double[][] scaled = [.. panel.Select(r => r.Select(x => x * c).ToArray())];
            var (found, wide) = (LedoitWolf.Of(panel), LedoitWolf.Of(scaled));
            var trace = panel.Sum(r => r.Select(x => Math.Pow(x - r.Average(), 2)).Average());
            var sum = Enumerable.Range(0, panel.Length).Sum(i => found.Covariance[i, i]);
            return Math.Abs(trace - sum) < 1e-12 * Math.Max(1, trace)
                && found.Shrinkage is >= 0 and <= 1
                && Math.Abs(found.Shrinkage - wide.Shrinkage) < 1e-9
                && Math.Abs((found.Covariance[0, 0] * c * c / wide.Covariance[0, 0]) - 1) < 1e-9;
        }));

    [Fact]
    public void The_nearest_matrix_is_a_correlation_matrix_and_no_mix_with_another_is_nearer() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(Symmetric, matrix =>
        {
            var given = DenseMatrix.OfArray(matrix);
            var found = NearestCorrelation.Of(matrix, 1e-7, 100_000);
            var nearest = DenseMatrix.OfArray(found.Correlation);
            var other = DenseMatrix.CreateIdentity(given.RowCount);
            double To(double share) => (given - (((1 - share) * nearest) + (share * other))).FrobeniusNorm();
            return IsCorrelation(found.Correlation)
                && Math.Abs(To(0) - found.Distance) < 1e-12
                && To(0) <= To(1e-3) + 1e-6 && To(0) <= To(0.5) + 1e-6
                && (!IsCorrelation(matrix) || found.Distance < 1e-6);
        }));

    [Fact]
    public void Changing_correlations_are_correlation_matrices_at_every_time() => Check.One(Fits.WithMaxTest(20), Prop.ForAll(
        Gen.Choose(1, 1_000_000).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            var common = Enumerable.Range(0, 200).Select(_ => Normal()).ToArray();
            var returns = Enumerable.Range(0, 3).Select(_ => common.Select(c => c + Normal()).ToArray()).ToArray();
            var fit = Dcc.Fit(returns);
            return fit.A >= 0 && fit.B >= 0 && fit.A + fit.B < 1
                && Dcc.Path(fit).All(IsCorrelation)
                && Enumerable.Range(1, 50).All(k => IsCorrelation(fit.Forecast(k)))
                && fit.LogLikelihood >= Dcc.Fit([.. returns.Select(r => r.Select(x => 7 * x).ToArray())]).LogLikelihood - 0.01;
        }));

    [Fact]
    public void Regimes_are_probabilities_and_follow_the_unit() => Check.One(Fits.WithMaxTest(200), Prop.ForAll(
        Gen.Choose(1, 1_000_000).ToArbitrary(), Gen.Choose(20, 120).ToArbitrary(), Gen.Choose(-140, 140).ToArbitrary(), (seed, n, power) =>
        {
            var random = new Random(seed);
            var c = Math.Pow(10, power);
            double[] x = [.. Enumerable.Range(0, n).Select(t => (random.NextDouble() - 0.5) * (t % 20 < 10 ? 1 : 4))];
            var (fit, wide) = (RegimeDetection.Fit(x), RegimeDetection.Fit([.. x.Select(v => v * c)]));
            return fit.Turbulence.ToArray().All(p => p is >= 0 and <= 1)
                && fit.NextTurbulence is >= 0 and <= 1
                && fit.Calm.Variance > 0 && fit.Turbulent.Variance > 0
                && Math.Abs(fit.LogLikelihood - wide.LogLikelihood - (n * Math.Log(c))) < 1e-3
                && Math.Abs((fit.Turbulent.Variance * c * c / wide.Turbulent.Variance) - 1) < 0.01;
        }));

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        double[] good = [1, 2, 4, 3], flat = [1, 1, 1, 1], nan = [1, double.NaN, 2, 3];
        foreach (var of in (Func<IReadOnlyList<double[]>, object>[])[SampleCorrelation.Of, r => EwmaCorrelation.Of(r), LedoitWolf.Of])
        {
            Assert.Throws<ArgumentException>(() => of([]));
            Assert.Throws<ArgumentException>(() => of([[], []]));
            Assert.Throws<ArgumentException>(() => of([good, nan]));
            Assert.Throws<ArgumentException>(() => of([good, [1, 2]]));
        }

        Assert.Throws<ArgumentException>(() => SampleCorrelation.Of([[1], [2]]));
        Assert.Throws<ArgumentException>(() => LedoitWolf.Of([[1], [2]]));
        Assert.Throws<ArithmeticException>(() => SampleCorrelation.Of([good, flat]));
        Assert.Throws<ArithmeticException>(() => EwmaCorrelation.Of([good, [0, 0, 0, 0]]));
        Assert.Throws<ArithmeticException>(() => LedoitWolf.Of([flat, flat]));
        Assert.Throws<ArithmeticException>(() => LedoitWolf.Of([[1e-170, 2e-170, 4e-170]]));
        Assert.Throws<ArithmeticException>(() => LedoitWolf.Of([[1e170, 2e170, 4e170]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaCorrelation.Of([good, good], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RollingCorrelation.Of(good, good, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RollingCorrelation.Of(good, good, 5));
        Assert.Throws<ArgumentException>(() => RollingCorrelation.Of(good, nan, 2));
        Assert.Throws<ArgumentException>(() => RollingCorrelation.Of(good, [1, 2], 2));
        Assert.Equal([null, null, null], RollingCorrelation.Of(good, flat, 2));
        Assert.Throws<ArgumentException>(() => NearestCorrelation.Of(new double[0, 0]));
        Assert.Throws<ArgumentException>(() => NearestCorrelation.Of(new double[,] { { 1, 0.5 } }));
        Assert.Throws<ArgumentException>(() => NearestCorrelation.Of(new double[,] { { 1, 0.5 }, { 0.4, 1 } }));
        Assert.Throws<ArgumentException>(() => NearestCorrelation.Of(new double[,] { { 1, double.NaN }, { double.NaN, 1 } }));
        Assert.Throws<ArithmeticException>(() => NearestCorrelation.Of(new double[,] { { 1, 1, 0 }, { 1, 1, 1 }, { 0, 1, 1 } }, 1e-12, 2));
        Assert.Throws<ArgumentException>(() => RegimeDetection.Fit(good));
        Assert.Throws<ArgumentException>(() => RegimeDetection.Fit([.. Enumerable.Repeat(double.NaN, 30)]));
        Assert.Throws<ArithmeticException>(() => RegimeDetection.Fit(new double[30]));
        Assert.Throws<ArithmeticException>(() => RegimeDetection.Fit([.. Enumerable.Repeat(0.1, 30)]));
        var random = new Random(1);
        double[] one = [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble() - 0.5)], other = [.. one.Select(_ => random.NextDouble() - 0.5)];
        Assert.Throws<ArgumentException>(() => Dcc.Fit([one]));
        Assert.Throws<ArgumentException>(() => Dcc.Fit([good, good]));
        Assert.Throws<ArithmeticException>(() => Dcc.Fit([one, new double[100]]));
        Assert.Throws<ArithmeticException>(() => Dcc.Fit([one, [.. one.Select(x => -2 * x)]]));
        Assert.Throws<OperationCanceledException>(() => Dcc.Fit([one, other], cancel: new(canceled: true)));
        Assert.Throws<OperationCanceledException>(() => RegimeDetection.Fit(one, cancel: new(canceled: true)));
    }

    private static bool IsCorrelation(double[,] matrix)
    {
        var m = DenseMatrix.OfArray(matrix);
        return m.Diagonal().All(d => d.Equals(1.0)) && m.IsSymmetric() && m.Enumerate().All(v => Math.Abs(v) <= 1)
            && m.Evd(Symmetricity.Symmetric).EigenValues.Real().Minimum() >= -1e-10;
    }

    private static bool Flipped(double[,] before, double[,] after, double within)
    {
        var n = before.GetLength(0);
        return Enumerable.Range(0, n).All(i => Enumerable.Range(0, n).All(j =>
            Math.Abs(before[i, j] - ((i == 0) == (j == 0) ? after[i, j] : -after[i, j])) < within));
    }

    private static double[,] Mirror(int n, int[] entries)
    {
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
            for (var j = 0; j <= i; j++) result[i, j] = result[j, i] = i == j ? 1 : entries[(i * n) + j] / 1e3;
        return result;
    }
}
