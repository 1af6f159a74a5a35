using LiquidityRisk.Quant.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace LiquidityRisk.Quant.Risk.Tests;

/// <summary>One path, one asset at a time, straight from the definition; the same random numbers in the same order.</summary>
internal static class PlainMonteCarlo
{
    public static double[] Profits(double[] exposures, double[,] covariance, MonteCarloModel model, int paths, ulong seed, double[] means)
    {
        const int block = 256;
        var (n, nu) = (exposures.Length, model.DegreesOfFreedom);
        var sigma = Enumerable.Range(0, n).Select(i => Math.Sqrt(covariance[i, i])).ToArray();
        var lower = Matrix<double>.Build.Dense(n, n, (i, j) => covariance[i, j] / sigma[i] / sigma[j]).Cholesky().Factor;
        var draws = new NormalDraws(seed);
        var profits = new double[paths];
        for (var from = 0; from < paths / 2; from += block)
        {
            var count = Math.Min(block, (paths / 2) - from);
            var (z, scratch) = (new double[n * count], new double[n * count]);
            draws.Fill(z, scratch);
            var mixing = Enumerable.Range(0, count).Select(_ => model.Copula == Shape.StudentT ? Math.Sqrt(nu / draws.ChiSquare(nu)) : 1).ToArray();
            for (var p = 0; p < count; p++)
            {
                for (var sign = 1; sign >= -1; sign -= 2)
                {
                    var profit = 0.0;
                    for (var i = 0; i < n; i++)
                    {
                        var y = 0.0;
                        for (var k = 0; k <= i; k++) y += lower[i, k] * sign * z[(k * count) + p];
                        profit += exposures[i] * (means[i] + (sigma[i] * Marginal(y * mixing[p], model)));
                    }

                    profits[from + p + (sign < 0 ? paths / 2 : 0)] = profit;
                }
            }
        }

        return profits;
    }

    private static double Marginal(double y, MonteCarloModel model)
    {
        var nu = model.DegreesOfFreedom;
        var scale = Math.Sqrt((nu - 2) / nu);
        var u = model.Copula == Shape.Normal ? Normal.CDF(0, 1, -Math.Abs(y)) : StudentT.CDF(0, 1, nu, -Math.Abs(y));
        return Math.Sign(y) * -(model.Marginal == Shape.Normal ? Normal.InvCDF(0, 1, u) : scale * Bisected(u, nu));
    }

    private static double Bisected(double u, double nu)
    {
        var (low, high) = (-1e6, 0.0);
        for (var step = 0; step < 200; step++)
        {
            var middle = (low + high) / 2;
            if (StudentT.CDF(0, 1, nu, middle) < u) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
