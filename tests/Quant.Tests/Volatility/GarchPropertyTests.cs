using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.Optimization;

namespace LiquidityRisk.Quant.Volatility.Tests;

/// <summary>Laws of fitted models on 100 random series each, the same in every run (a fit costs a millisecond or so), and of the filter on 10,000.</summary>
public class GarchPropertyTests
{
    private static readonly Config Fits = Config.QuickThrowOnFailure.WithMaxTest(100).WithReplay(20240607, 77);

    private static readonly Arbitrary<(double[] Returns, double Alpha, double Beta)> Series = (
        from seed in Gen.Choose(1, int.MaxValue)
        from n in Gen.Choose(150, 600)
        from a in Gen.Choose(0, 40)
        from b in Gen.Choose(0, 59)
        from g in Gen.Choose(0, 1)
        select (SimulatedReturns.Of((uint)seed, n, 0.1, [a / 100.0], g * 0.01, [b / 100.0]), a / 100.0, b / 100.0)).ToArbitrary();

    private static readonly Arbitrary<(GarchParameters Model, double[] Returns)> Models = (
        from a in Gen.Choose(0, 500)
        from b in Gen.Choose(0, 490)
        from g in Gen.Choose(0, 10)
        from w in Gen.Choose(1, 1000)
        from nu in Gen.Choose(0, 100)
        from returns in Gen.Choose(-3_000, 3_000).Select(x => x / 1e3).NonEmptyListOf()
        select (new GarchParameters(0.01, w / 1e3, a / 1e3, b / 1e3, g / 1e3, nu == 0 ? null : 2 + (nu / 10.0)), returns.ToArray())).ToArbitrary();

    [Fact]
    public void Every_fit_is_stationary_with_variances_above_0_and_no_less_likely_than_the_truth() => Check.One(Fits, Prop.ForAll(Series, s =>
    {
        var truth = GarchFilter.Run(new(0.02, 0.1, s.Alpha, s.Beta), s.Returns).LogLikelihood;
        return Sound(Garch.Fit(s.Returns), truth)
            && Sound(GjrGarch.Fit(s.Returns), truth)
            && Sound(Garch.Fit(s.Returns, innovations: Innovations.StudentT), truth - 1) // ν without end is out of reach
            && Sound(Garch.Fit(s.Returns, 2), double.NegativeInfinity) // short series have several maxima
            && Sound(Garch.Fit(s.Returns, 1, 0), double.NegativeInfinity);
    }));

    [Fact]
    public void Returns_c_times_as_large_have_the_same_model_in_their_unit() => Check.One(Fits, Prop.ForAll(
        Series, Gen.Choose(-140, 140).ToArbitrary(), (s, power) =>
        {
            var c = Math.Pow(10, power);
            var (fit, scaled) = (Garch.Fit(s.Returns), Garch.Fit([.. s.Returns.Select(r => c * r)]));
            return fit.Outcome == scaled.Outcome
                && (fit.Outcome != GarchOutcome.Converged
                    || (Near(fit.Parameters.Mean * c, scaled.Parameters.Mean, 1e-4)
                        && Near(fit.Parameters.Omega * c * c, scaled.Parameters.Omega, 1e-4)
                        && Near(fit.HessianErrors!.Omega * c * c, scaled.HessianErrors!.Omega, 1e-3)
                        && Near(Math.Sqrt(fit.Path.NextVariance) * c, Math.Sqrt(scaled.Path.NextVariance), 1e-4)));
        }));

    [Fact]
    public void The_fast_fit_finds_what_a_plain_search_finds() => Check.One(Fits.WithMaxTest(15), Prop.ForAll(Series, s =>
    {
        var plain = PlainSearch(s.Returns);
        var fit = Garch.Fit(s.Returns);
        return fit.Path.LogLikelihood > plain - 1e-4;
    }));

    [Fact]
    public void The_filter_is_the_recursion_written_out() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(Models, m =>
    {
        var path = GarchFilter.Run(m.Model, m.Returns);
        var (a, b, g) = (m.Model.Alpha.Span[0], m.Model.Beta.Span[0], m.Model.Gamma);
        double[] e = [.. m.Returns.Select(r => r - m.Model.Mean)];
        var start = e.Average(x => x * x);
        var h = m.Model.Omega + ((a + (g / 2) + b) * start);
        var sum = 0.0;
        for (var t = 0; t < e.Length; t++)
        {
            if (!Near(h, path.Variances.Span[t], 1e-12) || !Near(e[t] / Math.Sqrt(h), path.Standardised.Span[t], 1e-9)) return false;
            sum += LogDensity(e[t], h, m.Model.DegreesOfFreedom);
            h = m.Model.Omega + ((a + (e[t] < 0 ? g : 0)) * e[t] * e[t]) + (b * h);
        }

        return Near(h, path.NextVariance, 1e-12) && Math.Abs(sum - path.LogLikelihood) < 1e-9 * Math.Max(1, Math.Abs(sum));
    }));

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        double[] good = SimulatedReturns.Named("one", null), broken = [.. good];
        broken[700] = double.NaN;
        Assert.Throws<ArgumentException>(() => Garch.Fit([]));
        Assert.Throws<ArgumentException>(() => Garch.Fit([0.1]));
        Assert.Throws<ArgumentException>(() => Garch.Fit(broken));
        Assert.Throws<ArgumentException>(() => GjrGarch.Fit(broken));
        Assert.Throws<ArgumentOutOfRangeException>(() => Garch.Fit(good, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Garch.Fit(good, 1, -1));
        Assert.Throws<ArithmeticException>(() => Garch.Fit(new double[500]));
        Assert.Throws<ArithmeticException>(() => Garch.Fit([.. Enumerable.Repeat(0.1, 500)]));
        Assert.Throws<ArithmeticException>(() => Garch.Fit([.. good.Select(r => r * 1e200)]));
        Assert.Throws<ArithmeticException>(() => Garch.Fit([.. good.Select(r => r * 1e-200)]));
        Assert.Throws<OperationCanceledException>(() => Garch.Fit(good, cancel: new(canceled: true)));
        Assert.Throws<ArgumentException>(() => GarchFilter.Run(new(0, 0, 0.1, 0.8), good));
        Assert.Throws<ArgumentException>(() => GarchFilter.Run(new(0, 1, 0.1, -0.8), good));
        Assert.Throws<ArgumentException>(() => GarchFilter.Run(new(0, 1, 0.1, 0.8, -0.2), good));
        Assert.Throws<ArgumentException>(() => GarchFilter.Run(new(0, 1, 0.1, 0.8, 0, 2), good));
        Assert.Throws<ArgumentOutOfRangeException>(() => GarchFilter.Run(new(0, 1, 0.1, 0.8), good, 0));
        Assert.Throws<ArithmeticException>(() => new GarchParameters(0, 1, 0.2, 0.8).LongRunVariance);
        var model = new GarchParameters(0, 1, 0.1, 0.8);
        Assert.Throws<ArgumentOutOfRangeException>(() => GarchForecast.Variances(model, GarchFilter.Run(model, good), 0));
    }

    private static bool Sound(GarchFit fit, double atLeast) =>
        fit.Converged
        && fit.Parameters.Persistence < 1
        && fit.Path.LogLikelihood >= atLeast - 1e-6
        && fit.Parameters.LongRunVariance > 0
        && fit.Path.Variances.ToArray().All(h => h > 0 && double.IsFinite(h))
        && (fit.HessianErrors is null) == (fit.Outcome is GarchOutcome.ConvergedAtBound);

    [Fact]
    public void Extremes_still_give_a_sound_model()
    {
        var random = new Random(3);
        double[] jump = [.. Enumerable.Range(0, 300).Select(t => t == 150 ? 1e6 : random.NextDouble() - 0.5)];
        double[] trend = [.. Enumerable.Range(0, 300).Select(t => (double)t)];
        double[] growing = [.. Enumerable.Range(0, 300).Select(t => Math.Exp(t / 10.0) * (t % 2 == 0 ? 1 : -1))];
        double[] mostlyStill = [.. Enumerable.Range(0, 300).Select(t => t % 50 == 0 ? 1.0 : 0)];
        double[] falls = [.. Enumerable.Range(0, 300).Select(t => t % 7 == 0 ? -1 - random.NextDouble() : 0.2)];
        Assert.All((double[][])[jump, trend, growing, mostlyStill, falls], r => Assert.All(
            (GarchFit[])[Garch.Fit(r), Garch.Fit(r, innovations: Innovations.StudentT), GjrGarch.Fit(r), GjrGarch.Fit(r, Innovations.StudentT), Garch.Fit(r, 2, 2)],
            fit =>
            {
                Assert.InRange(fit.Parameters.Persistence, 0, 1 - 1e-16);
                Assert.True(double.IsFinite(fit.Path.LogLikelihood) && fit.Parameters.Omega > 0);
                Assert.All(fit.Path.Variances.ToArray(), h => Assert.True(h > 0 && double.IsFinite(h)));
                Assert.All(fit.Forecast(100), h => Assert.True(h > 0 && double.IsFinite(h)));
            }));
    }

    /// <summary>Nelder-Mead on the likelihood as it stands in the books, from one start.</summary>
    private static double PlainSearch(double[] returns)
    {
        var variance = returns.Select(r => r * r).Average();
        Func<Vector<double>, double> minus = x => x[1] <= 0 || x[2] < 0 || x[3] < 0 || x[2] + x[3] >= 1
            ? 1e10
            : -GarchFilter.Run(new(x[0], x[1], x[2], x[3]), returns).LogLikelihood;
        var start = DenseVector.OfArray([returns.Average(), variance * 0.2, 0.1, 0.7]);
        var found = new NelderMeadSimplex(1e-7, 20_000).FindMinimum(ObjectiveFunction.Value(minus), start);
        return -found.FunctionInfoAtMinimum.Value;
    }

    private static double LogDensity(double e, double h, double? nu) => nu is { } v
        ? MathNet.Numerics.Distributions.StudentT.PDFLn(0, Math.Sqrt(h * (v - 2) / v), v, e)
        : MathNet.Numerics.Distributions.Normal.PDFLn(0, Math.Sqrt(h), e);

    private static bool Near(double expected, double actual, double relative) => Math.Abs(expected - actual) <= relative * Math.Max(Math.Abs(expected), Math.Abs(actual)) + 1e-300;
}
