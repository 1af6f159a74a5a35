using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace LiquidityRisk.Quant.Correlation;

/// <summary>
/// The second step of <see cref="Dcc"/> for given a and b: one pass over standardised residuals, with a Cholesky factor of Rₜ in a buffer of its own.
/// With Rₜ = L·Lᵀ: ln|Rₜ| = 2·Σ ln lᵢᵢ and zᵀ·Rₜ⁻¹·z = ‖L⁻¹·z‖².
/// </summary>
internal sealed class DccRecursion
{
    private const double Singular = 1e-10;

    private readonly double[] _z; // one row a period
    private readonly double[] _q;
    private readonly double[] _factor;
    private readonly double[] _solved;
    private readonly int _n;
    private readonly CancellationToken _cancel;

    public DccRecursion(double[][] standardised, CancellationToken cancel)
    {
        (_n, Length, _cancel) = (standardised.Length, standardised[0].Length, cancel);
        Target = AssetReturns.ToCorrelation(AssetReturns.Products(standardised));
        var least = DenseMatrix.OfArray(Target).Evd(Symmetricity.Symmetric).EigenValues.Real().Minimum();
        if (least < Singular) throw new ArithmeticException("Assets that are mixes of others have a singular correlation.");
        _z = new double[_n * Length];
        for (var t = 0; t < Length; t++)
            for (var i = 0; i < _n; i++) _z[(t * _n) + i] = standardised[i][t];
        (_q, _factor, _solved) = (new double[_n * _n], new double[_n * _n], new double[_n]);
        Last = Next = Target;
    }

    public int Length { get; }

    public double[,] Target { get; }

    /// <summary>R of the last period of the pass before.</summary>
    public double[,] Last { get; private set; }

    /// <summary>R of the period after it.</summary>
    public double[,] Next { get; private set; }

    public double LogLikelihood(double a, double b)
    {
        _cancel.ThrowIfCancellationRequested();
        var sum = 0.0;
        Start();
        for (var t = 0; t < Length; t++)
        {
            sum += Period(t);
            if (t == Length - 1) Last = Correlation();
            Advance(t, a, b);
        }

        Next = Correlation();
        return -0.5 * sum;
    }

    public IReadOnlyList<double[,]> Path(double a, double b)
    {
        var path = new double[Length + 1][,];
        Start();
        for (var t = 0; t < Length; t++)
        {
            path[t] = Correlation();
            Advance(t, a, b);
        }

        path[Length] = Correlation();
        return path;
    }

    private void Start()
    {
        for (var i = 0; i < _n; i++)
            for (var j = 0; j < _n; j++) _q[(i * _n) + j] = Target[i, j];
    }

    private void Advance(int t, double a, double b)
    {
        var z = _z.AsSpan(t * _n, _n);
        for (var i = 0; i < _n; i++)
            for (var j = 0; j < _n; j++) _q[(i * _n) + j] = ((1 - a - b) * Target[i, j]) + (a * z[i] * z[j]) + (b * _q[(i * _n) + j]);
    }

    // ln|R| + zᵀ·R⁻¹·z − zᵀ·z, by a factor of Q: R = D·Q·D with D = diag(Q)^−½.
    private double Period(int t)
    {
        var z = _z.AsSpan(t * _n, _n);
        var (logs, product) = (0.0, 1.0);
        for (var i = 0; i < _n; i++)
        {
            var scaled = z[i] * Math.Sqrt(_q[i * (_n + 1)]);
            for (var j = 0; j <= i; j++)
            {
                var value = _q[(i * _n) + j];
                for (var k = 0; k < j; k++) value -= _factor[(i * _n) + k] * _factor[(j * _n) + k];
                if (j < i) scaled -= (_factor[(i * _n) + j] = value / _factor[j * (_n + 1)]) * _solved[j];
                else if (value > 0) _factor[i * (_n + 1)] = Math.Sqrt(value);
                else throw new ArithmeticException("Assets that are mixes of others have a singular correlation.");
            }

            product *= _factor[i * (_n + 1)] * _factor[i * (_n + 1)] / _q[i * (_n + 1)];
            _solved[i] = scaled / _factor[i * (_n + 1)];
            logs += (_solved[i] * _solved[i]) - (z[i] * z[i]);
            if (product is > 1e-200 and < 1e200) continue;
            logs += Math.Log(product);
            product = 1;
        }

        return logs + Math.Log(product);
    }

    private double[,] Correlation()
    {
        var q = new double[_n, _n];
        for (var i = 0; i < _n; i++)
            for (var j = 0; j < _n; j++) q[i, j] = _q[(i * _n) + j];
        return AssetReturns.ToCorrelation(q);
    }
}
