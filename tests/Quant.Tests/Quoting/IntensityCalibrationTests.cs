using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Quoting.Tests;

/// <summary>Estimates against statsmodels and scipy on fills that numpy simulated, and laws on random ones.</summary>
public class IntensityCalibrationTests
{
    public static TheoryData<string> Rows => [.. Golden.Rows("Quoting/intensity.csv").Select(r => string.Join(',', r))];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Estimates_equal_those_of_another_implementation(string row)
    {
        var r = row.Split(',');
        double[] List(int column) => [.. r[column].Split(' ').Select(Golden.Number)];
        var exposures = r[0] == "exposures";
        var fit = exposures
            ? IntensityCalibration.FromExposures(List(9), List(10), [.. r[11].Split(' ').Select(int.Parse)])
            : TradeReach.Fit(List(9), Golden.Number(r[7]), Golden.Number(r[8]));

        // statsmodels iterates to rounding; scipy's simplex and differences stop earlier.
        var (value, error) = exposures ? (1e-10, 1e-9) : (1e-7, 1e-5);
        Assert.Equal(1, fit.Intensity.Value / Golden.Number(r[3]), value);
        Assert.Equal(1, fit.Decay.Value / Golden.Number(r[4]), value);
        Assert.Equal(1, fit.IntensityError / Golden.Number(r[5]), error);
        Assert.Equal(1, fit.DecayError / Golden.Number(r[6]), error);
        Assert.InRange((fit.Decay.Value - Golden.Number(r[2])) / fit.DecayError, -3, 3);
        Assert.InRange(Math.Log(fit.Intensity.Value / Golden.Number(r[1])) * fit.Intensity.Value / fit.IntensityError, -3, 3);
    }

    [Fact]
    public void The_unit_of_price_and_time_only_rescales() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(10_000), Prop.ForAll(
        Gen.Choose(1, 1_000_000).ToArbitrary(), Gen.Choose(-140, 140).ToArbitrary(), Gen.Choose(-140, 140).ToArbitrary(), (seed, p, t) =>
        {
            var (price, time) = (Math.Pow(10, p), Math.Pow(10, t));
            var random = new Random(seed);
            double[] d = [.. Enumerable.Range(0, 12).Select(_ => random.NextDouble())], tau = [.. d.Select(_ => 0.1 + random.NextDouble())];
            int[] n = [.. d.Select(x => random.Next((int)(1 + (10 * (1 - x)))))];
            FillModel fit;
            try
            {
                fit = IntensityCalibration.FromExposures(d, tau, n);
            }
            catch (ArithmeticException)
            {
                return true;
            }

            var other = IntensityCalibration.FromExposures([.. d.Select(x => x * price)], [.. tau.Select(x => x * time)], n);
            var score = d.Zip(tau).Sum(x => x.Second * fit.Intensity.Value * Math.Exp(-fit.Decay.Value * x.First));
            return Math.Abs((other.Decay.Value * price / fit.Decay.Value) - 1) < 1e-9
                && Math.Abs((other.Intensity.Value * time / fit.Intensity.Value) - 1) < 1e-9
                && Math.Abs((other.DecayError * price / fit.DecayError) - 1) < 1e-9
                && Math.Abs((score / n.Sum()) - 1) < 1e-12;
        }));

    [Fact]
    public void No_other_pair_is_likelier()
    {
        double[] d = [0.1, 0.4, 0.5, 0.9, 1.3], tau = [1, 2, 1.5, 3, 2];
        int[] n = [5, 6, 3, 4, 1];
        double LogLikelihood(double a, double k) => d.Select((x, i) => (n[i] * (Math.Log(a) - (k * x))) - (a * tau[i] * Math.Exp(-k * x))).Sum();
        var fit = IntensityCalibration.FromExposures(d, tau, n);

        Assert.Equal(LogLikelihood(fit.Intensity.Value, fit.Decay.Value), fit.LogLikelihood, 10);
        foreach (var (a, k) in ((double, double)[])[(1.01, 1), (0.99, 1), (1, 1.01), (1, 0.99), (1.01, 1.01)])
            Assert.True(LogLikelihood(a * fit.Intensity.Value, k * fit.Decay.Value) < fit.LogLikelihood);
        double[] x = [0.2, 0.5, 1.1];
        var reach = TradeReach.Fit(x, 3, 0.1);
        double Reach(double a, double k) => (3 * Math.Log(a * k)) - (k * x.Sum()) - (a * 3 * Math.Exp(-k * 0.1));
        Assert.Equal(Reach(reach.Intensity.Value, reach.Decay.Value), reach.LogLikelihood, 10);
        Assert.True(Reach(1.01 * reach.Intensity.Value, reach.Decay.Value) < reach.LogLikelihood);
        Assert.True(Reach(reach.Intensity.Value, 0.99 * reach.Decay.Value) < reach.LogLikelihood);
    }

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        double[] d = [1, 2, 3], tau = [1, 1, 1];
        Assert.Throws<ArgumentException>(() => IntensityCalibration.FromExposures([], [], []));
        Assert.Throws<ArgumentException>(() => IntensityCalibration.FromExposures(d, [1, 1], [1, 1, 0]));
        Assert.Throws<ArgumentException>(() => IntensityCalibration.FromExposures(d, tau, [1, 1]));
        Assert.Throws<ArgumentException>(() => IntensityCalibration.FromExposures([1, 2, double.NaN], tau, [1, 1, 0]));
        Assert.Throws<ArgumentException>(() => IntensityCalibration.FromExposures(d, [1, 0, 1], [1, 1, 0]));
        Assert.Throws<ArgumentException>(() => IntensityCalibration.FromExposures(d, tau, [1, -1, 0]));
        Assert.Throws<ArithmeticException>(() => IntensityCalibration.FromExposures(d, tau, [0, 0, 0]));
        Assert.Throws<ArithmeticException>(() => IntensityCalibration.FromExposures([2, 2, 2], tau, [1, 1, 0]));
        Assert.Throws<ArithmeticException>(() => IntensityCalibration.FromExposures(d, tau, [4, 0, 0]));
        Assert.Throws<ArithmeticException>(() => IntensityCalibration.FromExposures(d, tau, [0, 0, 4]));
        Assert.Throws<ArithmeticException>(() => IntensityCalibration.FromExposures(d, tau, [1, 1, 1]));
        Assert.Throws<ArithmeticException>(() => IntensityCalibration.FromExposures(d, tau, [1, 2, 3]));
        Assert.Throws<ArgumentException>(() => TradeReach.Fit([], 1, 0));
        Assert.Throws<ArgumentException>(() => TradeReach.Fit([1, 0.5], 1, 0.6));
        Assert.Throws<ArgumentOutOfRangeException>(() => TradeReach.Fit([1], 0, 0));
        Assert.Throws<ArithmeticException>(() => TradeReach.Fit([1, 1], 1, 1));
        Assert.Throws<ArithmeticException>(() => TradeReach.Fit([1e-320], 1, 0));
    }
}
