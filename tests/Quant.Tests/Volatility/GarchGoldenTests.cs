using LiquidityRisk.Quant.Tests;
using LiquidityRisk.TestKit;

namespace LiquidityRisk.Quant.Volatility.Tests;

/// <summary>Against the published benchmark and against numpy and scipy: tests/Golden/Volatility/garch.py.</summary>
public class GarchGoldenTests
{
    public static TheoryData<int> Rows => [.. Enumerable.Range(0, Golden.Rows("Volatility/garch.csv").Count)];

    /// <summary>
    /// G. Fiorentini, G. Calzolari, L. Panattoni (1996); digits of parameters, likelihood and errors from B. McCullough, C. Renfro (1999),
    /// Benchmarks and software standards: a case study of GARCH procedures, Journal of Economic and Social Measurement 25.
    /// </summary>
    [Fact]
    public void The_published_benchmark_is_met_to_all_its_digits()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var fit = Garch.Fit(SimulatedReturns.Named("dem2gbp", RealData.Folder));

        Assert.Equal(GarchOutcome.Converged, fit.Outcome);
        Assert.Equal(-0.00619041, fit.Parameters.Mean, 5e-9);
        Assert.Equal(0.0107613978, fit.Parameters.Omega, 1e-10);
        Assert.Equal(0.1531340618, fit.Parameters.Alpha.Span[0], 1e-10);
        Assert.Equal(0.8059736703, fit.Parameters.Beta.Span[0], 1e-10);
        Assert.Equal(-1106.60788, fit.Path.LogLikelihood, 5e-6);
        Assert.Equal(0.00846212, fit.HessianErrors!.Mean, 5e-9);
        Assert.Equal(0.00285271, fit.HessianErrors.Omega, 5e-9);
        Assert.Equal(0.0265228, fit.HessianErrors.Alpha.Span[0], 5e-8);
        Assert.Equal(0.0335527, fit.HessianErrors.Beta.Span[0], 5e-8);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public void Optimum_likelihood_and_errors_agree_with_numpy(int row)
    {
        var r = Golden.Rows("Volatility/garch.csv")[row];
        Assert.SkipWhen(r[0] is "dem2gbp" && RealData.Folder is null, RealData.Missing);
        var returns = SimulatedReturns.Named(r[0], RealData.Folder);
        var (q, p, student) = (int.Parse(r[1], null), int.Parse(r[2], null), r[4] is "1" ? Innovations.StudentT : Innovations.Normal);
        var fit = r[3] is "1" ? GjrGarch.Fit(returns, student) : Garch.Fit(returns, q, p, student);

        if (r[7] is "border")
        {
            Assert.Equal(GarchOutcome.ConvergedAtBound, fit.Outcome);
            Assert.InRange(fit.Parameters.Persistence, 1 - 1e-4, 1);
            Assert.Equal(Golden.Number(r[5]), fit.Path.LogLikelihood, 1e-6);
            AllNear(r[6], Vector(fit.Parameters.Mean, fit.Parameters.Omega, fit.Parameters.Alpha, null, fit.Parameters.Beta, fit.Parameters.DegreesOfFreedom), 1e-5);
            return;
        }

        Assert.Equal(GarchOutcome.Converged, fit.Outcome);
        Assert.Equal(Golden.Number(r[5]), fit.Path.LogLikelihood, 1e-7);
        var (gamma, nu) = (r[3] is "1" ? fit.Parameters.Gamma : (double?)null, fit.Parameters.DegreesOfFreedom);
        AllNear(r[6], Vector(fit.Parameters.Mean, fit.Parameters.Omega, fit.Parameters.Alpha, gamma, fit.Parameters.Beta, nu), 1e-6);
        AllNear(r[7], Vector(fit.HessianErrors!), 1e-5);
        AllNear(r[8], Vector(fit.RobustErrors!), 1e-5);
    }

    /// <summary>
    /// tests/Golden/Volatility/fgarch.R. fGarch stops its search early and differentiates coarsely (its errors are 1 % off the published ones), and
    /// starts the leverage recursion otherwise: hence the tolerances.
    /// </summary>
    [Fact]
    public void Optimum_and_robust_errors_are_those_of_fgarch()
    {
        Assert.SkipWhen(RealData.Folder is null, RealData.Missing);
        var rows = Golden.Rows("Volatility/fgarch.csv");
        var returns = SimulatedReturns.Named("dem2gbp", RealData.Folder);
        var (garch, gjr) = (Garch.Fit(returns), GjrGarch.Fit(returns));

        Assert.Equal(Golden.Number(rows[0][1]), garch.Path.LogLikelihood, 1e-7);
        AllNear(rows[0][2], Vector(garch.Parameters.Mean, garch.Parameters.Omega, garch.Parameters.Alpha, null, garch.Parameters.Beta, null), 2e-6);
        AllNear(rows[0][3], Vector(garch.RobustErrors!), 1.2e-2);
        Assert.Equal(Golden.Number(rows[1][1]), gjr.Path.LogLikelihood, 1e-3);
        AllNear(rows[1][2], Vector(gjr.Parameters.Mean, gjr.Parameters.Omega, gjr.Parameters.Alpha, gjr.Parameters.Gamma, gjr.Parameters.Beta, null), 3e-3);
    }

    [Fact]
    public void A_path_far_ahead_tends_to_the_long_run_and_a_first_order_forecast_has_its_closed_form()
    {
        var fit = Garch.Fit(SimulatedReturns.Named("one", null));
        var (longRun, persistence) = (fit.Parameters.LongRunVariance, fit.Parameters.Persistence);
        var ahead = fit.Forecast(2_000);

        Assert.All(ahead.Index(), k => Assert.Equal(longRun + (Math.Pow(persistence, k.Index) * (fit.Path.NextVariance - longRun)), k.Item, 1e-10));
        Assert.Equal(longRun, ahead[^1], 1e-10);
        Assert.Equal(Math.Sqrt(ahead.Take(10).Sum()), GarchForecast.Volatility(fit.Parameters, fit.Path, 10), 1e-12);
    }

    [Fact]
    public void A_forecast_is_the_mean_of_simulated_futures()
    {
        var model = new GarchParameters(0.02, 0.1, new[] { 0.1, 0.15 }, new[] { 0.3, 0.2 }, 0.1);
        double[] past = [0.4, -1.8, 0.9, 2.2, -2.5];
        var ahead = GarchForecast.Variances(model, GarchFilter.Run(model, past), 4);
        var random = new Random(5);
        var means = new double[4];
        const int futures = 200_000;
        var path = new double[past.Length + 4];
        past.CopyTo(path, 0);
        for (var f = 0; f < futures; f++)
            for (var k = 0; k < 4; k++)
            {
                var h = GarchFilter.Run(model, path.AsSpan(0, past.Length + k), 2.0).NextVariance;
                means[k] += h / futures;
                path[past.Length + k] = model.Mean + (Math.Sqrt(h) * (random.Next(2) == 0 ? -1 : 1) * Math.Sqrt(random.NextDouble() * 2));
            }

        var given = GarchForecast.Variances(model, GarchFilter.Run(model, past, 2.0), 4);
        Assert.All(given.Zip(means), v => Assert.Equal(1, v.Second / v.First, 0.01));
        Assert.NotEqual(ahead[0], given[0]); // the start of the recursion is the caller's
    }

    private static double[] Vector(GarchErrors e) => Vector(e.Mean, e.Omega, e.Alpha, e.Gamma, e.Beta, e.DegreesOfFreedom);

    private static double[] Vector(double mean, double omega, ReadOnlyMemory<double> alpha, double? gamma, ReadOnlyMemory<double> beta, double? nu)
    {
        List<double> all = [mean, omega, .. alpha.Span];
        if (gamma is { } g) all.Add(g);
        all.AddRange(beta.Span);
        if (nu is { } v) all.Add(v);
        return [.. all];
    }

    private static void AllNear(string expected, double[] actual, double relative)
    {
        double[] numbers = [.. expected.Split(' ').Select(Golden.Number)];
        Assert.Equal(numbers.Length, actual.Length);
        Assert.All(numbers.Zip(actual), v => Assert.Equal(1, v.Second / v.First, relative));
    }
}
