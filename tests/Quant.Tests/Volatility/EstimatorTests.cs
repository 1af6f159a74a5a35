using FsCheck;
using FsCheck.Fluent;
using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Volatility.Tests;

/// <summary>Against numpy and pandas: tests/Golden/Volatility/estimators.py; and laws that hold for any prices.</summary>
public class EstimatorTests
{
    private static readonly Config TenThousand = Config.QuickThrowOnFailure.WithMaxTest(10_000);

    private static readonly Arbitrary<double[]> Returns =
        Gen.Choose(-5_000, 5_000).Select(x => x / 1e5).NonEmptyListOf().Where(l => l.Count >= 2).Select(l => l.ToArray()).ToArbitrary();

    private static readonly Arbitrary<Bars> RandomBars = (
        from steps in Gen.Choose(-300, 300).ArrayOf(4).NonEmptyListOf()
        where steps.Count >= 3
        select Bars.Of(steps)).ToArbitrary();

    [Fact]
    public void Estimates_agree_with_numpy_and_pandas()
    {
        var rows = Golden.Rows("Volatility/estimators.csv");
        Assert.Equal(28, rows.Count);
        Assert.All(rows, r =>
        {
            var periods = Golden.Number(r[2]);
            double[] o = Numbers(r[3]), h = Numbers(r[4]), l = Numbers(r[5]), c = Numbers(r[6]);
            double[] returns = [.. c.Zip(c.Skip(1), (a, b) => Math.Log(b / a))];
            var found = r[0] switch
            {
                "close" => CloseToCloseVolatility.Of(c, periods),
                "parkinson" => ParkinsonVolatility.Of(h, l, periods),
                "garman-klass" => GarmanKlassVolatility.Of(o, h, l, c, periods),
                "yang-zhang" => YangZhangVolatility.Of(o, h, l, c, periods),
                "realised" => RealisedVolatility.Of(returns, periods),
                "ewma 0.94" => EwmaVolatility.Of(returns),
                "ewma 0.5" => EwmaVolatility.Of(returns, 0.5),
                _ => throw new InvalidOperationException(r[0]),
            };
            Assert.Equal(1, found / Golden.Number(r[1]), 1e-11);
        });
    }

    [Fact]
    public void Returns_c_times_as_large_have_c_times_the_volatility() => Check.One(TenThousand, Prop.ForAll(
        Returns, Gen.Choose(-140, 140).ToArbitrary(), (returns, power) =>
        {
            var c = Math.Pow(10, power);
            double[] scaled = [.. returns.Select(r => r * c)];
            return Near(c * CloseToCloseVolatility.OfReturns(returns, 252), CloseToCloseVolatility.OfReturns(scaled, 252), 1e-9 * c)
                && Near(c * EwmaVolatility.Of(returns), EwmaVolatility.Of(scaled), 1e-12 * c)
                && Near(c * RealisedVolatility.Of(returns, 1), RealisedVolatility.Of(scaled, 1), 1e-12 * c);
        }));

    [Fact]
    public void The_unit_of_prices_does_not_matter_and_time_scales_by_its_root() => Check.One(TenThousand, Prop.ForAll(RandomBars, b =>
    {
        var dear = b.Times(1000);
        return b.All(1).Zip(dear.All(1)).All(v => Near(v.First, v.Second, 1e-9)) && b.All(1).Zip(b.All(252)).All(v => Near(v.First * Math.Sqrt(252), v.Second, 1e-9));
    }));

    [Fact]
    public void A_path_ends_in_the_forecast_and_each_step_is_the_recursion() => Check.One(TenThousand, Prop.ForAll(Returns, returns =>
    {
        var path = EwmaVolatility.Path(returns, 0.9);
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < path.Length; i++)
        {
            sum = weights = 0;
            for (var k = 0; k <= i; k++)
            {
                sum += Math.Pow(0.9, i - k) * returns[k] * returns[k];
                weights += Math.Pow(0.9, i - k);
            }

            if (!Near(Math.Sqrt(sum / weights), path[i], 1e-12)) return false;
        }

        return path[^1].Equals(EwmaVolatility.Of(returns, 0.9));
    }));

    [Fact]
    public void All_measure_the_same_walk_alike()
    {
        var random = new Random(11);
        var steps = Enumerable.Range(0, 2_000).Select(_ => Enumerable.Range(0, 500).Select(_ => random.NextDouble() < 0.5 ? -5 : 5).ToArray());
        var bars = Bars.Of([.. steps]);
        var daily = 5e-4 * Math.Sqrt(500); // a symmetric walk: each step's variance times their number
        Assert.All(bars.All(1), sigma => Assert.Equal(1, sigma / daily, 0.06));
    }

    [Fact]
    public void What_does_not_move_has_no_volatility()
    {
        Assert.All(new Bars([5, 5, 5], [5, 5, 5], [5, 5, 5], [5, 5, 5]).All(252), v => Assert.Equal(0, v));
        Assert.Equal(0, EwmaVolatility.Of([0, 0]));
        Assert.Equal([0, 0], EwmaVolatility.Path([0, 0]));
        Assert.Equal(0, CloseToCloseVolatility.OfReturns([1e150, 1e150], 1));
    }

    [Fact]
    public void Degenerate_input_is_refused_and_never_becomes_nan()
    {
        Assert.Throws<ArgumentException>(() => CloseToCloseVolatility.Of([1, 2], 252));
        Assert.Throws<ArgumentException>(() => CloseToCloseVolatility.Of([1, 0, 2], 252));
        Assert.Throws<ArgumentException>(() => CloseToCloseVolatility.OfReturns([0.1], 252));
        Assert.Throws<ArgumentException>(() => CloseToCloseVolatility.OfReturns([0.1, double.NaN], 252));
        Assert.Throws<ArgumentOutOfRangeException>(() => CloseToCloseVolatility.OfReturns([0.1, 0.2], 0));
        Assert.Throws<ArithmeticException>(() => CloseToCloseVolatility.OfReturns([-1.7e308, 1.7e308], 252));
        Assert.Throws<ArgumentException>(() => EwmaVolatility.Of([]));
        Assert.Throws<ArgumentException>(() => EwmaVolatility.Of([double.PositiveInfinity]));
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaVolatility.Of([1], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EwmaVolatility.Path([1], double.NaN));
        Assert.Throws<ArgumentException>(() => ParkinsonVolatility.Of([1], [2], 252));
        Assert.Throws<ArgumentException>(() => ParkinsonVolatility.Of([2, 2], [1], 252));
        Assert.Throws<ArgumentException>(() => GarmanKlassVolatility.Of([1], [1], [1], [2], 252));
        Assert.Throws<ArgumentException>(() => GarmanKlassVolatility.Of([], [], [], [], 252));
        Assert.Throws<ArgumentException>(() => YangZhangVolatility.Of([1, 1], [1, 1], [1, 1], [1, 1], 252));
        Assert.Throws<ArgumentOutOfRangeException>(() => YangZhangVolatility.Of([1, 1, 1], [1, 1, 1], [1, 1, 1], [1, 1, 1], double.NaN));
        Assert.Throws<ArgumentException>(() => RealisedVolatility.Of([], 1));
        Assert.True(double.IsFinite(YangZhangVolatility.Of([1e-150, 1e150, 1], [1e150, 1e150, 1], [1e-150, 1, 1], [1, 1, 1], 252)));
    }

    private static bool Near(double expected, double actual, double within) => Math.Abs(expected - actual) <= within;

    private static double[] Numbers(string text) => [.. text.Split(' ').Select(Golden.Number)];

    private sealed record Bars(double[] Open, double[] High, double[] Low, double[] Close)
    {
        public static Bars Of(IReadOnlyList<int[]> steps)
        {
            var price = 0.0;
            var bars = steps.Select(day =>
            {
                List<double> path = [Math.Exp(price)];
                foreach (var step in day) path.Add(Math.Exp(price += step / 1e4));
                return (Open: path[0], High: path.Max(), Low: path.Min(), Close: path[^1]);
            }).ToList();
            return new([.. bars.Select(b => b.Open)], [.. bars.Select(b => b.High)], [.. bars.Select(b => b.Low)], [.. bars.Select(b => b.Close)]);
        }

        public Bars Times(double c) =>
            new([.. Open.Select(p => c * p)], [.. High.Select(p => c * p)], [.. Low.Select(p => c * p)], [.. Close.Select(p => c * p)]);

        public double[] All(double periods) =>
        [
            CloseToCloseVolatility.Of(Close, periods),
            ParkinsonVolatility.Of(High, Low, periods),
            GarmanKlassVolatility.Of(Open, High, Low, Close, periods),
            YangZhangVolatility.Of(Open, High, Low, Close, periods),
        ];
    }
}
