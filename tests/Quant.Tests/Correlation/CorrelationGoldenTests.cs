using LiquidityRisk.Quant.Tests;

namespace LiquidityRisk.Quant.Correlation.Tests;

/// <summary>Against numpy, pandas, scipy and scikit-learn: tests/Golden/Correlation/correlation.py and dcc.py.</summary>
public class CorrelationGoldenTests
{
    public static TheoryData<int> Two => [0, 1];

    [Fact]
    public void Sample_correlations_agree_with_numpy() => Assert.All(
        Of("sample"), r => AllNear(Matrix(r[2]), SampleCorrelation.Of(Matrix(r[4])), 1e-12));

    [Fact]
    public void Weighted_correlations_agree_with_pandas() => Assert.All(
        Of("ewma"), r => AllNear(Matrix(r[2]), EwmaCorrelation.Of(Matrix(r[4]), Golden.Number(r[1])), 1e-12));

    [Fact]
    public void Rolling_correlations_agree_with_pandas() => Assert.All(Of("rolling"), r =>
    {
        var x = Matrix(r[4]);
        var found = RollingCorrelation.Of(x[0], x[1], (int)Golden.Number(r[1]));
        Assert.All(Matrix(r[2])[0].Zip(found), v => Assert.Equal(v.First, v.Second!.Value, 1e-9)); // pandas updates its sums
        Assert.Equal(x[0].Length - (int)Golden.Number(r[1]) + 1, found.Length);
    });

    [Fact]
    public void Shrinkage_agrees_with_scikit_learn() => Assert.All(Of("ledoit"), r =>
    {
        var found = LedoitWolf.Of(Matrix(r[4]));
        Assert.Equal(Golden.Number(r[3]), found.Shrinkage, 1e-12);
        AllNear(Matrix(r[2]), found.Covariance, 1e-11);
    });

    [Fact]
    public void The_nearest_matrix_agrees_with_the_minimum_of_its_dual() => Assert.All(Of("nearest"), r =>
    {
        var found = NearestCorrelation.Of(Square(Matrix(r[4])));
        Assert.Equal(Golden.Number(r[3]), found.Distance, 1e-7);
        AllNear(Matrix(r[2]), found.Correlation, 1e-6);
    });

    /// <summary>N. Higham (2002), §4: to the four digits printed there.</summary>
    [Fact]
    public void The_published_example_is_met()
    {
        var found = NearestCorrelation.Of(new double[,] { { 1, 1, 0 }, { 1, 1, 1 }, { 0, 1, 1 } });
        AllNear([[1, 0.7607, 0.1573], [0.7607, 1, 0.7607], [0.1573, 0.7607, 1]], found.Correlation, 5e-5);
        Assert.Equal(0.5278, found.Distance, 5e-5);
    }

    [Theory]
    [MemberData(nameof(Two))]
    public void Changing_correlations_agree_with_numpy_and_scipy_and_find_the_truth(int row)
    {
        var r = Golden.Rows("Correlation/dcc.csv")[row];
        var returns = Matrix(r[7]);
        var fit = Dcc.Fit(returns);

        Assert.True(fit.Converged);
        Assert.Equal(Golden.Number(r[0]), fit.A, 0.03); // two standard errors or so, with 1,000 observations
        Assert.Equal(Golden.Number(r[1]), fit.B, 0.09);
        Assert.Equal(Golden.Number(r[5]), fit.LogLikelihood, 1e-6);
        Assert.Equal(1, fit.A / Golden.Number(r[3]), 1e-5);
        Assert.Equal(1, fit.B / Golden.Number(r[4]), 1e-5);
        AllNear(Matrix(r[6]), fit.Last, 1e-6);
        var path = Dcc.Path(fit);
        Assert.Equal(returns[0].Length + 1, path.Count);
        Assert.Equal(fit.Last, path[^2]);
        Assert.Equal(fit.Next, path[^1]);
        Assert.Equal(Golden.Number(r[2]), PlainLikelihood(fit, 0.03, 0.9), 1e-4); // numpy's at a point that is no optimum
        Assert.Equal(fit.LogLikelihood, PlainLikelihood(fit, fit.A, fit.B), 1e-7);
        AllNear(Matrix(r[6]), fit.Last, 1e-6);
    }

    [Theory]
    [MemberData(nameof(Two))]
    public void Regimes_agree_with_the_largest_likelihood_that_scipy_finds_and_with_the_truth(int row)
    {
        var r = Golden.Rows("Correlation/regimes.csv")[row];
        double[] x = Matrix(r[6])[0], means = Matrix(r[1])[0], variances = Matrix(r[2])[0], stay = Matrix(r[3])[0], smoothed = Matrix(r[4])[0], truth = Matrix(r[5])[0];
        var fit = RegimeDetection.Fit(x);

        Assert.True(fit.Converged);
        Assert.Equal(Golden.Number(r[0]), fit.LogLikelihood, 1e-6);
        Assert.Equal(means, [fit.Calm.Mean, fit.Turbulent.Mean], (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal(variances, [fit.Calm.Variance, fit.Turbulent.Variance], (a, b) => Math.Abs(a - b) < 1e-3 * a);
        Assert.Equal(stay, [fit.Calm.Stay, fit.Turbulent.Stay], (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal(smoothed, fit.Turbulence.ToArray(), (a, b) => Math.Abs(a - b) < 1e-3);
        Assert.True(fit.MostLikely.ToArray().Zip(truth).Count(v => v.First == (v.Second > 0.5)) > 0.94 * truth.Length);
    }

    private static double PlainLikelihood(DccFit fit, double a, double b)
    {
        var z = fit.Volatilities.Select(v => v.Path.Standardised.ToArray()).ToArray();
        var target = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.OfArray(fit.Target);
        MathNet.Numerics.LinearAlgebra.Matrix<double> q = target;
        var sum = 0.0;
        for (var t = 0; t < z[0].Length; t++)
        {
            var now = MathNet.Numerics.LinearAlgebra.Double.DenseVector.OfEnumerable(z.Select(s => s[t]));
            var scale = MathNet.Numerics.LinearAlgebra.Double.DenseMatrix.OfDiagonalVector(1 / q.Diagonal().PointwiseSqrt());
            var correlation = scale * q * scale;
            sum += Math.Log(correlation.Determinant()) + (now * correlation.Inverse() * now) - (now * now);
            q = ((1 - a - b) * target) + (a * now.OuterProduct(now)) + (b * q);
        }

        return -0.5 * sum;
    }

    private static IEnumerable<string[]> Of(string kind)
    {
        var rows = Golden.Rows("Correlation/correlation.csv").Where(r => string.Equals(r[0], kind, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    private static double[][] Matrix(string text) => [.. text.Split(';').Select(r => r.Split(' ').Select(Golden.Number).ToArray())];

    private static double[,] Square(double[][] rows)
    {
        var result = new double[rows.Length, rows.Length];
        for (var i = 0; i < rows.Length; i++)
            for (var j = 0; j < rows.Length; j++) result[i, j] = rows[i][j];
        return result;
    }

    private static void AllNear(double[][] expected, double[,] actual, double within)
    {
        Assert.Equal(expected.Length, actual.GetLength(0));
        for (var i = 0; i < expected.Length; i++)
            for (var j = 0; j < expected.Length; j++) Assert.Equal(expected[i][j], actual[i, j], within);
    }
}
