using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LiquidityRisk.Quant.Correlation;

/// <summary>The correlation matrix that is nearest to a given one.</summary>
/// <param name="Correlation">Unit diagonal, no negative eigenvalue (to rounding).</param>
/// <param name="Distance">Frobenius distance from the given matrix.</param>
/// <param name="Steps">Projections that were needed; 0 when the given matrix was one already.</param>
public sealed record NearestMatrix(double[,] Correlation, double Distance, int Steps);

/// <summary>
/// Higham's nearest correlation matrix: for matrices put together pair by pair or bent by hand.
/// <code>
/// minimise ‖A − X‖_F  over  X with unit diagonal and no negative eigenvalue
/// R = Y − ΔS;   X = P₊(R);   ΔS ← X − R;   Y = P₁(X)      until X and Y agree
/// </code>
/// P₊: negative eigenvalues set to 0; P₁: diagonal set to 1; ΔS: Dykstra's correction, without which the limit would be feasible but not nearest.
/// At the end X is scaled to a unit diagonal, which keeps its eigenvalues from becoming negative.
/// Source: N. Higham (2002), Computing the nearest correlation matrix: a problem from finance, IMA Journal of Numerical Analysis 22. Convergence is linear.
/// </summary>
public static class NearestCorrelation
{
    /// <summary>The nearest correlation matrix.</summary>
    /// <param name="matrix">Square and symmetric to 1e-10, finite, entries between −1e6 and 1e6.</param>
    /// <param name="tolerance">Largest difference of entries at which X and Y agree, above 0.</param>
    /// <param name="mostSteps">Projections allowed, at least one.</param>
    /// <param name="progress">Told the share of allowed projections that are spent.</param>
    /// <param name="cancel">Stops the search.</param>
    /// <exception cref="ArgumentException">The matrix is not as described.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The tolerance or the number of steps is outside of its range.</exception>
    /// <exception cref="ArithmeticException">X and Y did not agree within the steps.</exception>
    /// <exception cref="OperationCanceledException">The search was stopped.</exception>
    public static NearestMatrix Of(
        double[,] matrix, double tolerance = 1e-10, int mostSteps = 10_000, IProgress<double>? progress = null, CancellationToken cancel = default)
    {
        Check(matrix);
        if (!(tolerance > 0)) throw new ArgumentOutOfRangeException(nameof(tolerance), tolerance, "The tolerance is above 0.");
        if (mostSteps < 1) throw new ArgumentOutOfRangeException(nameof(mostSteps), mostSteps, "At least one step is allowed.");
        var given = DenseMatrix.OfArray(matrix);
        Matrix<double> y = (given + given.Transpose()) / 2;
        Matrix<double> correction = new DenseMatrix(given.RowCount, given.RowCount);
        for (var step = 0; step < mostSteps; step++)
        {
            cancel.ThrowIfCancellationRequested();
            progress?.Report((double)step / mostSteps);
            var r = y - correction;
            var (x, least) = WithoutNegative(r);
            if (step == 0 && least >= 0 && HasUnitDiagonal(y)) return new(y.ToArray(), (given - y).FrobeniusNorm(), 0);
            correction = x - r;
            y = x.Clone();
            for (var i = 0; i < y.RowCount; i++) y[i, i] = 1;
            if ((x - y).Enumerate().Max(Math.Abs) > tolerance) continue;
            var result = AssetReturns.ToCorrelation(x.ToArray());
            return new(result, (given - DenseMatrix.OfArray(result)).FrobeniusNorm(), step + 1);
        }

        throw new ArithmeticException("No correlation matrix was found within the steps allowed.");
    }

    private static (Matrix<double> Projection, double Least) WithoutNegative(Matrix<double> matrix)
    {
        var eigen = matrix.Evd(Symmetricity.Symmetric);
        var values = eigen.EigenValues.Real();
        var vectors = eigen.EigenVectors;
        var projection = vectors * DenseMatrix.OfDiagonalVector(values.PointwiseMaximum(0.0)) * vectors.Transpose();
        return ((projection + projection.Transpose()) / 2, values.Minimum());
    }

    private static bool HasUnitDiagonal(Matrix<double> matrix) => matrix.Diagonal().All(d => d.Equals(1.0));

    private static void Check(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        if (n == 0 || matrix.GetLength(1) != n) throw new ArgumentException("The matrix is square.", nameof(matrix));
        for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
            {
                if (!(Math.Abs(matrix[i, j]) <= 1e6)) throw new ArgumentException("Entries are finite and at most a million.", nameof(matrix));
                if (Math.Abs(matrix[i, j] - matrix[j, i]) > 1e-10) throw new ArgumentException("The matrix is symmetric.", nameof(matrix));
            }
    }
}
