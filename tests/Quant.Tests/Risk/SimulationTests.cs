using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk.Tests;

/// <summary>Simulations against closed forms, against a plain slow twin, and the stream of random numbers itself.</summary>
public class SimulationTests
{
    private static readonly double[,] Covariance = { { 0.04, 0.018, -0.01 }, { 0.018, 0.09, 0.006 }, { -0.01, 0.006, 0.01 } };
    private static readonly double[] Exposures = [100, -50, 70];
    private static readonly double Deviation = Math.Sqrt((0.04 * 1e4) + (0.09 * 2_500) + (0.01 * 4_900) - (2 * 0.018 * 5_000) - (2 * 0.01 * 7_000) - (2 * 0.006 * 3_500));

    [Fact]
    public void A_simulated_normal_portfolio_meets_the_closed_form()
    {
        var simulated = MonteCarloVar.Of(Exposures, Covariance, new(), 0.975, 400_000, 42, [0.01, 0.02, 0.0]);

        Assert.Equal(1, simulated.ValueAtRisk / ParametricVar.Normal(0, Deviation, 0.975), 1e-2);
        Assert.Equal(1, simulated.ExpectedShortfall / ParametricExpectedShortfall.Normal(0, Deviation, 0.975), 1e-2);
    }

    [Fact]
    public void A_simulated_t_portfolio_meets_the_closed_form()
    {
        var simulated = MonteCarloVar.Of(Exposures, Covariance, new(Shape.StudentT, Shape.StudentT, 5), 0.975, 400_000, 42);

        Assert.Equal(1, simulated.ValueAtRisk / ParametricVar.StudentT(0, Deviation, 5, 0.975), 1e-2);
        Assert.Equal(1, simulated.ExpectedShortfall / ParametricExpectedShortfall.StudentT(0, Deviation, 5, 0.975), 2e-2);
    }

    [Theory]
    [InlineData(Shape.Normal, Shape.StudentT)]
    [InlineData(Shape.StudentT, Shape.Normal)]
    public void One_asset_has_its_marginal_whatever_the_copula(Shape copula, Shape marginal)
    {
        var simulated = MonteCarloVar.Of([10], new double[,] { { 0.04 } }, new(copula, marginal, 4), 0.99, 400_000, 3);
        var expected = marginal == Shape.Normal ? ParametricVar.Normal(0, 2, 0.99) : ParametricVar.StudentT(0, 2, 4, 0.99);

        Assert.Equal(1, simulated.ValueAtRisk / expected, 1.5e-2);
    }

    [Theory]
    [InlineData(Shape.Normal, Shape.Normal)]
    [InlineData(Shape.StudentT, Shape.StudentT)]
    [InlineData(Shape.Normal, Shape.StudentT)]
    [InlineData(Shape.StudentT, Shape.Normal)]
    public void The_fast_simulation_is_the_plain_one(Shape copula, Shape marginal)
    {
        var model = new MonteCarloModel(copula, marginal, 4.5);
        var fast = MonteCarloVar.Profits(Exposures, Covariance, model, 1_400, 9, [0.1, 0.2, 0.3]);
        var slow = PlainMonteCarlo.Profits(Exposures, Covariance, model, 1_400, 9, [0.1, 0.2, 0.3]);

        for (var p = 0; p < slow.Length; p++) Assert.Equal(slow[p], fast[p], 2e-7 * (10 + Math.Abs(slow[p])));
    }

    [Fact]
    public void The_same_seed_gives_the_same_paths_and_another_seed_others()
    {
        var first = MonteCarloVar.Profits(Exposures, Covariance, new(), 1_000, 1);
        Assert.Equal(first, MonteCarloVar.Profits(Exposures, Covariance, new(), 1_000, 1));
        Assert.NotEqual(first, MonteCarloVar.Profits(Exposures, Covariance, new(), 1_000, 2));
        Assert.Equal(0, first.Sum(), 1e-9); // antithetic
    }

    [Fact]
    public void Assets_that_move_as_one_and_assets_that_do_not_move_are_simulated_too()
    {
        var one = MonteCarloVar.Of([1, -1, 5], new double[,] { { 1, 1, 0 }, { 1, 1, 0 }, { 0, 0, 0 } }, new(), 0.99, 1_000, 1);
        Assert.Equal(0, one.ValueAtRisk, 1e-9);
    }

    [Fact]
    public void Input_that_cannot_be_simulated_is_refused()
    {
        Assert.Throws<ArgumentException>(() => MonteCarloVar.Of([1, 1], new double[,] { { 1, 1.1 }, { 1.1, 1 } }, new(), 0.95, 100, 1));
        Assert.Throws<ArgumentException>(() => MonteCarloVar.Of([1, 1], new double[,] { { 1, 0.1 }, { 0.1, 0 } }, new(), 0.95, 100, 1));
        Assert.Throws<ArgumentException>(() => MonteCarloVar.Of([1], Covariance, new(), 0.95, 100, 1));
        Assert.Throws<ArgumentException>(() => MonteCarloVar.Of([1, double.NaN, 1], Covariance, new(), 0.95, 100, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MonteCarloVar.Of(Exposures, Covariance, new(), 0.95, 101, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MonteCarloVar.Of(Exposures, Covariance, new(Shape.StudentT, Shape.Normal, 2), 0.95, 100, 1));
        Assert.Throws<OperationCanceledException>(() => MonteCarloVar.Of(Exposures, Covariance, new(), 0.95, 100, 1, cancellationToken: new(true)));
        var three = new double[,] { { 1, 0.9, -0.9 }, { 0.9, 1, 0.9 }, { -0.9, 0.9, 1 } };
        Assert.Throws<ArgumentException>(() => MonteCarloVar.Of([1, 1, 1], three, new(), 0.95, 100, 1));
    }

    [Fact]
    public void The_normal_numbers_are_normal_and_do_not_repeat()
    {
        var (normals, scratch) = (new double[1_000_001], new double[1_000_001]);
        new NormalDraws(5).Fill(normals, scratch);
        var uniform = normals.Select(z => MathNet.Numerics.Distributions.Normal.CDF(0, 1, z)).ToArray();

        Assert.Equal(0, normals.Average(), 4e-3);
        Assert.Equal(1, normals.Average(z => z * z), 6e-3);
        Assert.Equal(0, normals.Average(z => z * z * z), 0.016);
        Assert.Equal(3, normals.Average(z => z * z * z * z), 0.04);
        Assert.Equal(0, normals.Zip(normals.Skip(1), (a, b) => a * b).Average(), 4e-3);
        Assert.True(UniformDistance.Of(uniform) < 1.95e-3); // Kolmogorov-Smirnov at 0.1 %
        Assert.True(normals.Distinct().Count() > 999_000);
    }

    [Fact]
    public void Chi_square_numbers_have_their_mean_and_variance()
    {
        var draws = new NormalDraws(8);
        var numbers = Enumerable.Range(0, 200_000).Select(_ => draws.ChiSquare(4.5)).ToArray();
        Assert.Equal(4.5, numbers.Average(), 4 * Math.Sqrt(9 / 200_000.0));
        Assert.Equal(9, numbers.Average(x => (x - 4.5) * (x - 4.5)), 0.25);
    }

    [Fact]
    public void Filtered_paths_over_one_period_are_the_scenarios_themselves()
    {
        double[] returns = [-0.03, 0.01, 0.02, -0.01, 0.04], volatilities = [0.01, 0.02, 0.01, 0.03, 0.02];
        var one = FilteredHistoricalVar.Of(returns, volatilities, 0.015, 0.9);
        var simulated = FilteredHistoricalVar.Simulated(returns, volatilities, 0.015, new(0, 0, 1), 1, 100_001, 1, 0.9);
        Assert.Equal(0.045, one.ExpectedShortfall, 1e-12);
        Assert.Equal(0.045, simulated.ExpectedShortfall, 1e-12);
    }

    [Fact]
    public void Filtered_paths_follow_the_recursion()
    {
        const int paths = 3_000;
        var random = new Random(3);
        double[] returns = [.. Enumerable.Range(0, 500).Select(_ => 0.02 * (random.NextDouble() - 0.5))];
        double[] volatilities = [.. returns.Select(_ => 0.005 + (0.01 * random.NextDouble()))];
        var (draws, profits) = (new NormalDraws(11), new double[paths]);
        for (var p = 0; p < paths; p++)
        {
            var variance = 0.02 * 0.02;
            for (var k = 0; k < 10; k++)
            {
                var t = (int)(draws.Uniform() * returns.Length);
                var r = 0.001 + (Math.Sqrt(variance) * (returns[t] - 0.001) / volatilities[t]);
                profits[p] += r;
                variance = 2e-6 + ((r < 0.001 ? 0.15 : 0.1) * Math.Pow(r - 0.001, 2)) + (0.8 * variance);
            }
        }

        var simulated = FilteredHistoricalVar.Simulated(returns, volatilities, 0.02, new(2e-6, 0.1, 0.8, 0.05), 10, paths, 11, 0.97, 0.001);
        Assert.Equal(HistoricalVar.Of(profits, 0.97), simulated.ValueAtRisk, 1e-12);
        Assert.Equal(ExpectedShortfall.Historical(profits, 0.97), simulated.ExpectedShortfall, 1e-12);
    }

    [Fact]
    public void A_fall_raises_the_variance_more_when_gamma_says_so()
    {
        Assert.Equal(1 + (0.3 * 4) + (0.5 * 2), new GarchRecursion(1, 0.1, 0.5, 0.2).Next(2, -2), 1e-12);
        Assert.Equal(1 + (0.1 * 4) + (0.5 * 2), new GarchRecursion(1, 0.1, 0.5, 0.2).Next(2, 2), 1e-12);
    }

    [Theory]
    [InlineData(2.05)]
    [InlineData(3)]
    [InlineData(30)]
    [InlineData(1e5)]
    public void The_table_between_two_shapes_keeps_six_digits(double nu)
    {
        var (toStudent, toNormal, scale) = (new MarginalMap(Shape.Normal, nu), new MarginalMap(Shape.StudentT, nu), Math.Sqrt((nu - 2) / nu));
        for (var y = 0.0013; y < 7.9; y *= 1.07)
        {
            var quantile = -StudentTQuantile.Of(MathNet.Numerics.Distributions.Normal.CDF(0, 1, -y), nu);
            Assert.Equal(1, toStudent.Of(y) / (quantile * scale), 1e-6);
            Assert.Equal(1, toNormal.Of(quantile) / y, 1e-6);
            Assert.Equal(-toStudent.Of(y), toStudent.Of(-y));
        }

        Assert.Equal(0, toStudent.Of(0));
        Assert.True(double.IsFinite(toNormal.Of(1e300)));
    }

    [Theory]
    [InlineData(Shape.Normal, Shape.Normal)]
    [InlineData(Shape.StudentT, Shape.StudentT)]
    [InlineData(Shape.Normal, Shape.StudentT)]
    [InlineData(Shape.StudentT, Shape.Normal)]
    public void Simulated_risk_scales_with_the_position_rises_with_confidence_and_shortfall_is_above(Shape copula, Shape marginal)
    {
        var model = new MonteCarloModel(copula, marginal, 4);
        var random = new Random(17);
        for (var trial = 0; trial < 100; trial++)
        {
            double[] exposures = [.. Exposures.Select(e => e * (random.NextDouble() - 0.3))], doubled = [.. exposures.Select(e => 2 * e)];
            var (low, high) = (At(exposures, 0.9), At(exposures, 0.95));
            Assert.True(low.ExpectedShortfall >= low.ValueAtRisk && high.ValueAtRisk >= low.ValueAtRisk && high.ExpectedShortfall >= low.ExpectedShortfall);
            Assert.Equal(2 * low.ValueAtRisk, At(doubled, 0.9).ValueAtRisk, 1e-9);

            TailLoss At(double[] e, double confidence) => MonteCarloVar.Of(e, Covariance, model, confidence, 500, 3);
        }
    }
}
