using System.Buffers;
using System.Numerics.Tensors;
using LiquidityRisk.Quant.Statistics;

namespace LiquidityRisk.Quant.Risk;

/// <summary>
/// Value at risk of a portfolio by simulation.
/// <code>
/// y = L·z·m       L·Lᵀ = correlation,  z standard normal,  m = 1 (normal copula) or √(ν/χ²_ν) (t copula)
/// rᵢ = μᵢ + σᵢ·g(yᵢ)      profit = Σ eᵢ·rᵢ      g: from the copula's shape to the marginal's, variance 1 (<see cref="MarginalMap"/>)
/// </code>
/// e: exposure in money, short positions negative; Σ: covariance of returns, its correlation being that of the copula; χ²: one draw a path.
/// Every z is used as z and −z (antithetic). Losses are POSITIVE. Equal shapes make the profit linear in z, then only Lᵀ(σ∘e) is needed and a path
/// costs one product per asset. Error of the value at risk: about √(c(1 − c)/paths) / density at the quantile. Sources: P. Glasserman (2003), Monte
/// Carlo Methods in Financial Engineering, §2.3, §4.2, §9.3; A. McNeil, R. Frey, P. Embrechts (2015), Quantitative Risk Management, §7.3.
/// </summary>
public static class MonteCarloVar
{
    private const int Block = 256;

    /// <summary>Value at risk and shortfall in the unit of the exposures.</summary>
    /// <param name="exposures">eᵢ, one per asset, at least one, finite.</param>
    /// <param name="covariance">Σ of the horizon, symmetric, positive semi-definite.</param>
    /// <param name="model">Shapes of the copula and the marginals.</param>
    /// <param name="confidence">c, above 0 and below 1.</param>
    /// <param name="paths">Even, at least 2; 10,000 is usual.</param>
    /// <param name="seed">The same seed gives the same answer.</param>
    /// <param name="means">μᵢ of the horizon, one per asset; empty: 0.</param>
    /// <param name="progress">Share of paths done.</param>
    /// <param name="cancellationToken">Stops between blocks of paths.</param>
    /// <exception cref="ArgumentException">Lengths that differ, numbers that are not finite, or Σ not symmetric and positive semi-definite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A confidence, number of paths or degrees of freedom outside of its range.</exception>
    /// <exception cref="ArithmeticException">A profit is beyond what a double holds.</exception>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public static TailLoss Of(
        ReadOnlySpan<double> exposures, double[,] covariance, MonteCarloModel model, double confidence, int paths, ulong seed,
        ReadOnlySpan<double> means = default, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Inputs.CheckConfidence(confidence);
        var profits = Profits(exposures, covariance, model, paths, seed, means, progress, cancellationToken);
        Array.Sort(profits);
        return TailLoss.OfSorted(profits, confidence);
    }

    /// <summary>The simulated profits; path k + paths/2 mirrors path k.</summary>
    /// <inheritdoc cref="Of" path="/param"/>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static double[] Profits(
        ReadOnlySpan<double> exposures, double[,] covariance, MonteCarloModel model, int paths, ulong seed,
        ReadOnlySpan<double> means = default, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        Check(exposures, covariance, model, paths, means);
        var (factor, scaled, drift) = Prepare(exposures, covariance, means);
        var weights = Collapsed(factor, scaled, model);
        var map = model.Copula == model.Marginal ? null : new MarginalMap(model.Copula, model.DegreesOfFreedom);
        var profits = new double[paths];
        var (half, draws) = (paths / 2, new NormalDraws(seed));
        var buffer = ArrayPool<double>.Shared.Rent(((2 * scaled.Length) + 2) * Block);
        try
        {
            for (var from = 0; from < half; from += Block)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)from / half);
                var block = profits.AsSpan(from, Math.Min(Block, half - from));
                var normals = buffer.AsSpan(0, scaled.Length * block.Length);
                var rest = buffer.AsSpan(normals.Length, normals.Length + (2 * block.Length));
                draws.Fill(normals, rest[..normals.Length]);
                var mixing = rest[^block.Length..];
                if (model.Copula == Shape.StudentT) FillMixing(draws, mixing, model.DegreesOfFreedom);
                else mixing.Fill(1);
                if (map is null) Linear(weights, normals, mixing, block);
                else Mapped(factor, scaled, normals, mixing, map, rest[normals.Length..][..block.Length], block);
            }
        }
        finally
        {
            ArrayPool<double>.Shared.Return(buffer);
        }

        Mirror(profits, drift);
        progress?.Report(1);
        return profits;
    }

    // Path p of the block, asset i: normals[i·length + p], so that each asset's numbers lie together.
    private static void Linear(double[] weights, ReadOnlySpan<double> normals, ReadOnlySpan<double> mixing, Span<double> block)
    {
        for (var i = 0; i < weights.Length; i++)
            TensorPrimitives.MultiplyAdd(normals.Slice(i * block.Length, block.Length), weights[i], block, block);
        TensorPrimitives.Multiply(block, mixing, block);
    }

    private static void Mapped(
        double[][] factor, double[] scaled, ReadOnlySpan<double> normals, ReadOnlySpan<double> mixing, MarginalMap map, Span<double> row, Span<double> block)
    {
        for (var i = 0; i < scaled.Length; i++)
        {
            row.Clear();
            for (var k = 0; k <= i; k++) TensorPrimitives.MultiplyAdd(normals.Slice(k * block.Length, block.Length), factor[i][k], row, row);
            for (var p = 0; p < row.Length; p++) block[p] += scaled[i] * map.Of(row[p] * mixing[p]);
        }
    }

    private static void FillMixing(NormalDraws draws, Span<double> mixing, double nu)
    {
        for (var p = 0; p < mixing.Length; p++) mixing[p] = Math.Sqrt(nu / draws.ChiSquare(nu));
    }

    private static void Mirror(double[] profits, double drift)
    {
        var half = profits.Length / 2;
        for (var p = 0; p < half; p++)
            (profits[p], profits[p + half]) = (Inputs.Finite(drift + profits[p]), Inputs.Finite(drift - profits[p]));
    }

    private static double[] Collapsed(double[][] factor, double[] scaled, MonteCarloModel model)
    {
        var scale = model.Copula == Shape.StudentT ? Math.Sqrt((model.DegreesOfFreedom - 2) / model.DegreesOfFreedom) : 1;
        var weights = new double[scaled.Length];
        for (var i = 0; i < scaled.Length; i++)
            for (var k = 0; k <= i; k++) weights[k] += factor[i][k] * scaled[i] * scale;
        return weights;
    }

    // A riskless asset has a row of zeros in the correlation apart from the 1, which its exposure·0 silences.
    private static (double[][] Factor, double[] Scaled, double Drift) Prepare(ReadOnlySpan<double> exposures, double[,] covariance, ReadOnlySpan<double> means)
    {
        var n = exposures.Length;
        var (scaled, deviations, correlation) = (new double[n], new double[n], new double[n, n]);
        for (var i = 0; i < n; i++)
        {
            deviations[i] = Math.Sqrt(covariance[i, i]);
            scaled[i] = exposures[i] * deviations[i];
            correlation[i, i] = 1;
            for (var j = 0; j < i; j++)
            {
                if (deviations[i] > 0 && deviations[j] > 0) correlation[i, j] = correlation[j, i] = covariance[i, j] / deviations[i] / deviations[j];
                else if (covariance[i, j] != 0) throw new ArgumentException("The covariance is not positive semi-definite.", nameof(covariance));
            }
        }

        return (CholeskyFactor.Of(correlation), scaled, means.IsEmpty ? 0 : TensorPrimitives.Dot(exposures, means));
    }

    private static void Check(ReadOnlySpan<double> exposures, double[,] covariance, MonteCarloModel model, int paths, ReadOnlySpan<double> means)
    {
        Inputs.CheckSeries(exposures, 1, nameof(exposures));
        Inputs.CheckCovariance(covariance, exposures.Length, nameof(covariance));
        if (paths < 2 || paths % 2 != 0) throw new ArgumentOutOfRangeException(nameof(paths), paths, "The number of paths is even, at least 2.");
        if (!means.IsEmpty)
        {
            Inputs.CheckSeries(means, 1, nameof(means));
            Inputs.CheckSameLength(exposures.Length, means.Length, nameof(means));
        }

        if (model is { Copula: Shape.Normal, Marginal: Shape.Normal }) return;
        if (model.DegreesOfFreedom is not (> 2 and <= 1e6))
            throw new ArgumentOutOfRangeException(nameof(model), model.DegreesOfFreedom, "The degrees of freedom are above 2, at most 1e6.");
    }
}
