using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LiquidityRisk.Quant.Volatility;

/// <summary>Two estimates of the covariance of a likelihood's parameters at its maximum.</summary>
/// <param name="Hessian">(−H)⁻¹.</param>
/// <param name="Robust">H⁻¹·(Σ s·sᵀ)·H⁻¹, s: gradient of one return's likelihood.</param>
/// <param name="Evaluations">How often the likelihood was computed.</param>
internal sealed record GarchCovariance(double[,] Hessian, double[,] Robust, int Evaluations);

/// <summary>
/// Newton's method on a likelihood's gradient near its maximum, x ← x − H⁻¹·g, and the covariance of the parameters there.
/// H: central differences of the analytic gradient. Source: T. Bollerslev, J. Wooldridge (1992), Quasi-maximum likelihood estimation and inference in
/// dynamic models with time-varying covariances, Econometric Reviews 11.
/// </summary>
internal static class GarchCurvature
{
    private const int MostSteps = 6;

    /// <summary>Moves x to the maximum; null when the likelihood does not fall to every side there.</summary>
    public static GarchCovariance? Polish(GarchLikelihood likelihood, GarchCoordinates coordinates, double[] x)
    {
        var k = x.Length;
        var gradient = new double[k];
        var next = new double[k];
        likelihood.Evaluate(x, gradient);
        var evaluations = 1;
        for (var step = 0; ; step++)
        {
            var information = Information(likelihood, x);
            evaluations += 2 * k;
            if (Inverse(information) is not { } inverse) return null;
            var move = inverse * DenseVector.OfArray(gradient);
            var reach = move * (information * move); // twice what a step would add to the likelihood
            if (!(reach > 1e-18 * likelihood.Length) || step == MostSteps) return reach < 1e-6 ? Covariance(likelihood, x, inverse, evaluations) : null;
            for (var i = 0; i < k; i++) next[i] = x[i] + move[i];
            if (next[1] <= 0 || coordinates.IsAtBound(next, 0)) return null;
            next.CopyTo(x, 0);
            likelihood.Evaluate(x, gradient);
            evaluations++;
        }
    }

    private static Matrix<double> Information(GarchLikelihood likelihood, double[] x)
    {
        var k = x.Length;
        var (above, below) = (new double[k], new double[k]);
        var information = new DenseMatrix(k, k);
        for (var i = 0; i < k; i++)
        {
            var (here, h) = (x[i], 1e-6 * Math.Max(Math.Abs(x[i]), i == 0 ? 1e-1 : 1e-6));
            x[i] = here + h;
            likelihood.Evaluate(x, above);
            x[i] = here - h;
            likelihood.Evaluate(x, below);
            x[i] = here;
            for (var j = 0; j < k; j++) information[i, j] = (below[j] - above[j]) / (2 * h);
        }

        return (information + information.Transpose()) / 2;
    }

    private static GarchCovariance Covariance(GarchLikelihood likelihood, double[] x, Matrix<double> inverse, int evaluations)
    {
        var outer = new double[x.Length, x.Length];
        likelihood.Evaluate(x, new double[x.Length], outer);
        return new(inverse.ToArray(), (inverse * DenseMatrix.OfArray(outer) * inverse).ToArray(), evaluations + 1);
    }

    // Parameters differ much in scale: the matrix is brought to a unit diagonal before it is judged.
    private static Matrix<double>? Inverse(Matrix<double> information)
    {
        var k = information.RowCount;
        var scale = new DenseVector(k);
        for (var i = 0; i < k; i++)
        {
            if (!(information[i, i] > 0)) return null;
            scale[i] = 1 / Math.Sqrt(information[i, i]);
        }

        var even = DenseMatrix.Create(k, k, (i, j) => information[i, j] * scale[i] * scale[j]);
        var eigen = even.Evd(Symmetricity.Symmetric);
        if (!(eigen.EigenValues.Real().Minimum() > 1e-10)) return null;
        var middle = eigen.EigenVectors * DenseMatrix.OfDiagonalVector(1 / eigen.EigenValues.Real()) * eigen.EigenVectors.Transpose();
        return DenseMatrix.Create(k, k, (i, j) => middle[i, j] * scale[i] * scale[j]);
    }
}
