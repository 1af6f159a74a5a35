using LiquidityRisk.Quant.Volatility;

namespace LiquidityRisk.Quant.Correlation;

/// <summary>What every estimator asks of the returns of several assets, and the steps from products to correlations.</summary>
internal static class AssetReturns
{
    /// <summary>Checks the series and divides each, less its mean if asked, by its root mean square: columns of length √n.</summary>
    public static double[][] Standardise(IReadOnlyList<double[]> returns, int least, bool centre)
    {
        Check(returns, least);
        var columns = new double[returns.Count][];
        for (var a = 0; a < columns.Length; a++)
        {
            var mean = centre ? Observations.Mean(returns[a]) : 0;
            var norm = Observations.Norm(returns[a], mean);
            if (!(norm > 1e-13 * Math.Abs(mean) * Math.Sqrt(returns[a].Length))) throw new ArithmeticException("An asset that does not vary has no correlation.");
            var scale = norm / Math.Sqrt(returns[a].Length);
            if (scale == 0) throw new ArithmeticException("A variance is below what a double holds.");
            columns[a] = new double[returns[a].Length];
            for (var t = 0; t < columns[a].Length; t++) columns[a][t] = ((returns[a][t] / 2) - (mean / 2)) / scale * 2;
        }

        return columns;
    }

    public static void Check(IReadOnlyList<double[]> returns, int least)
    {
        if (returns.Count == 0) throw new ArgumentException("At least one asset is needed.", nameof(returns));
        foreach (var series in returns)
        {
            if (series.Length != returns[0].Length) throw new ArgumentException("Series are equally long.", nameof(returns));
            Observations.CheckFinite(series, least, nameof(returns));
        }
    }

    /// <summary>cᵢⱼ/√(cᵢᵢ·cⱼⱼ), with a diagonal of exactly 1 and nothing beyond ±1.</summary>
    public static double[,] ToCorrelation(double[,] covariance)
    {
        var n = covariance.GetLength(0);
        var result = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            if (!(covariance[i, i] > 0)) throw new ArithmeticException("An asset that does not vary has no correlation.");
            result[i, i] = 1;
            for (var j = 0; j < i; j++)
                result[i, j] = result[j, i] = Math.Clamp(covariance[i, j] / Math.Sqrt(covariance[i, i]) / Math.Sqrt(covariance[j, j]), -1, 1);
        }

        return result;
    }

    /// <summary>Σ x·y / n for each pair of columns.</summary>
    public static double[,] Products(double[][] columns)
    {
        var result = new double[columns.Length, columns.Length];
        for (var i = 0; i < columns.Length; i++)
            for (var j = 0; j <= i; j++)
                result[i, j] = result[j, i] = System.Numerics.Tensors.TensorPrimitives.Dot<double>(columns[i], columns[j]) / columns[i].Length;
        return result;
    }
}
