using System.Numerics.Tensors;
using MathNet.Numerics.LinearAlgebra;

namespace LiquidityRisk.Quant.Optimisation;

/// <summary>
/// Mehrotra's method on the linear programme of <see cref="CvarMinimisation"/>, with the scenarios eliminated by hand.
/// <code>
/// Rw + ζ + u − s = 0        qₜ·sₜ = pₜ·uₜ = μ,  pₜ = C − qₜ        aᵢ·yᵢ = bᵢ·zᵢ = μ,  a = w − l,  b = u − w
/// −Rᵀq − ν − y + z = 0      Σ q = 1,  Σ w = 1
/// (RᵀDR + E)·dw + RᵀD1·dζ − 1·dν = …        D = 1/(u/p + s/q),  E = y/a + z/b
/// </code>
/// Each step solves one system as large as there are assets, plus two. Source: S. Mehrotra (1992), SIAM Journal on Optimization 2; S. Wright (1997),
/// Primal-Dual Interior-Point Methods, ch. 10.
/// </summary>
internal sealed class CvarInteriorPoint
{
    private const int MaxSteps = 200;
    private const double Enough = 1e-12;

    private readonly double[][] _returns;
    private readonly int[] _free;
    private readonly double[] _fixed;
    private readonly double _limit;
    private readonly double[] _w, _a, _b, _y, _z, _dw, _dy, _dz, _dwAffine, _dyAffine, _dzAffine;
    private readonly double[] _q, _s, _u, _d, _h, _dq, _ds, _du, _dqAffine, _dsAffine, _duAffine, _scratch;
    private double _zeta, _nu, _dzeta, _dnu;

    /// <summary>A programme at its starting point.</summary>
    /// <param name="returns">One series per asset, scaled to at most 1.</param>
    /// <param name="free">Assets with room on both sides.</param>
    /// <param name="weights">Weights within the bounds, the free ones strictly.</param>
    /// <param name="bounds">l and u.</param>
    /// <param name="limit">C, the largest weight of a scenario.</param>
    public CvarInteriorPoint(double[][] returns, int[] free, double[] weights, WeightBounds bounds, double limit)
    {
        (_returns, _free, _limit, Weights) = (returns, free, limit, weights);
        var (n, f) = (returns[0].Length, free.Length);
        (_fixed, _scratch, _d, _h) = (new double[n], new double[n], new double[n], new double[n]);
        (_w, _a, _b, _y, _z) = (new double[f], new double[f], new double[f], new double[f], new double[f]);
        (_dw, _dy, _dz, _dwAffine, _dyAffine, _dzAffine) = (new double[f], new double[f], new double[f], new double[f], new double[f], new double[f]);
        (_q, _s, _u, _dq, _ds, _du) = (new double[n], new double[n], new double[n], new double[n], new double[n], new double[n]);
        (_dqAffine, _dsAffine, _duAffine) = (new double[n], new double[n], new double[n]);
        for (var i = 0; i < weights.Length; i++)
            if (!free.Contains(i)) TensorPrimitives.MultiplyAdd(returns[i], weights[i], _fixed, _fixed);
        for (var k = 0; k < f; k++)
            (_w[k], _a[k], _b[k]) = (weights[free[k]], weights[free[k]] - bounds.Lower[free[k]], bounds.Upper[free[k]] - weights[free[k]]);
        Begin();
    }

    public double[] Weights { get; }

    /// <summary>q, the weights of scenarios in the tail.</summary>
    public double[] Tail => _q;

    public void Solve(IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var best = double.PositiveInfinity;
        for (var step = 0; step < MaxSteps; step++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var mu = Gap();
            progress?.Report(Math.Clamp(-Math.Log10(Math.Max(mu, Enough)) / 12, 0, 0.99));
            if (mu <= Enough || (step > 60 && mu > best / 1.0001)) break;
            best = Math.Min(best, mu);
            if (!Advance(mu / ((2.0 * _q.Length) + (2.0 * _w.Length)))) break;
        }

        for (var k = 0; k < _free.Length; k++) Weights[_free[k]] = _w[k];
    }

    private void Begin()
    {
        Losses(_scratch);
        _zeta = TensorPrimitives.Sum<double>(_scratch) / _scratch.Length;
        var spread = 1e-3;
        foreach (var loss in _scratch) spread += Math.Abs(loss - _zeta) / _scratch.Length;
        for (var t = 0; t < _q.Length; t++)
        {
            var beyond = _scratch[t] - _zeta;
            (_q[t], _u[t], _s[t]) = (1.0 / _q.Length, Math.Max(beyond, 0) + spread, Math.Max(-beyond, 0) + spread);
        }

        for (var k = 0; k < _w.Length; k++)
        {
            var slope = -TensorPrimitives.Dot<double>(_returns[_free[k]], _q);
            (_y[k], _z[k]) = (Math.Max(slope, 0) + spread, Math.Max(-slope, 0) + spread);
        }
    }

    private bool Advance(double mu)
    {
        for (var t = 0; t < _d.Length; t++) _d[t] = 1 / ((_u[t] / (_limit - _q[t])) + (_s[t] / _q[t]));
        var system = System();
        Direction(system, 0, corrected: false);
        var (primal, dual) = (Math.Min(1, PrimalStep()), Math.Min(1, DualStep()));
        var affine = Gap(primal, dual) / ((2.0 * _q.Length) + (2.0 * _w.Length));
        Keep();
        Direction(system, mu * Math.Pow(affine / mu, 3), corrected: true);
        (primal, dual) = (Math.Min(1, 0.995 * PrimalStep()), Math.Min(1, 0.995 * DualStep()));
        if (!double.IsFinite(primal) || !double.IsFinite(dual) || !double.IsFinite(_dzeta) || Math.Max(primal, dual) < 1e-10) return false;
        for (var k = 0; k < _w.Length; k++)
        {
            (_w[k], _a[k], _b[k]) = (_w[k] + (primal * _dw[k]), _a[k] + (primal * _dw[k]), _b[k] - (primal * _dw[k]));
            (_y[k], _z[k]) = (_y[k] + (dual * _dy[k]), _z[k] + (dual * _dz[k]));
        }

        TensorPrimitives.MultiplyAdd(_dq, dual, _q, _q);
        TensorPrimitives.MultiplyAdd(_ds, primal, _s, _s);
        TensorPrimitives.MultiplyAdd(_du, primal, _u, _u);
        (_zeta, _nu) = (_zeta + (primal * _dzeta), _nu + (dual * _dnu));
        return true;
    }

    private MathNet.Numerics.LinearAlgebra.Factorization.LU<double> System()
    {
        var f = _free.Length;
        var matrix = Matrix<double>.Build.Dense(f + 2, f + 2);
        for (var i = 0; i < f; i++)
        {
            TensorPrimitives.Multiply(_returns[_free[i]], _d, _scratch);
            for (var j = 0; j <= i; j++) matrix[i, j] = matrix[j, i] = TensorPrimitives.Dot<double>(_scratch, _returns[_free[j]]);
            matrix[i, i] += (_y[i] / _a[i]) + (_z[i] / _b[i]);
            matrix[i, f] = matrix[f, i] = TensorPrimitives.Sum<double>(_scratch);
            (matrix[i, f + 1], matrix[f + 1, i]) = (-1, 1);
        }

        matrix[f, f] = TensorPrimitives.Sum<double>(_d);
        return matrix.LU();
    }

    // Newton's direction towards complementarity products of the target, less the products of the affine direction when corrected.
    private void Direction(MathNet.Numerics.LinearAlgebra.Factorization.LU<double> system, double target, bool corrected)
    {
        var (f, second) = (_free.Length, corrected ? 1 : 0);
        var right = Vector<double>.Build.Dense(f + 2);
        Losses(_scratch);
        for (var t = 0; t < _h.Length; t++)
        {
            var p = _limit - _q[t];
            _ds[t] = target - (_s[t] * _q[t]) - (second * _dsAffine[t] * _dqAffine[t]);
            _du[t] = target - (_u[t] * p) + (second * _duAffine[t] * _dqAffine[t]);
            _h[t] = _d[t] * (_scratch[t] - _zeta - _u[t] + _s[t] - (_du[t] / p) + (_ds[t] / _q[t]));
        }

        for (var k = 0; k < f; k++)
        {
            _dy[k] = target - (_a[k] * _y[k]) - (second * _dwAffine[k] * _dyAffine[k]);
            _dz[k] = target - (_b[k] * _z[k]) + (second * _dwAffine[k] * _dzAffine[k]);
            var slope = TensorPrimitives.Dot<double>(_returns[_free[k]], _q) + _nu + _y[k] - _z[k];
            right[k] = slope + (_dy[k] / _a[k]) - (_dz[k] / _b[k]) + TensorPrimitives.Dot<double>(_returns[_free[k]], _h);
        }

        right[f] = TensorPrimitives.Sum<double>(_h) - 1 + TensorPrimitives.Sum<double>(_q);
        var solution = system.Solve(right);
        (_dzeta, _dnu) = (solution[f], solution[f + 1]);
        _scratch.AsSpan().Fill(_dzeta);
        for (var k = 0; k < f; k++)
        {
            _dw[k] = solution[k];
            (_dy[k], _dz[k]) = ((_dy[k] - (_y[k] * _dw[k])) / _a[k], (_dz[k] + (_z[k] * _dw[k])) / _b[k]);
            TensorPrimitives.MultiplyAdd(_returns[_free[k]], _dw[k], _scratch, _scratch);
        }

        for (var t = 0; t < _h.Length; t++)
        {
            _dq[t] = _h[t] - (_d[t] * _scratch[t]);
            (_ds[t], _du[t]) = ((_ds[t] - (_s[t] * _dq[t])) / _q[t], (_du[t] + (_u[t] * _dq[t])) / (_limit - _q[t]));
        }
    }

    private void Losses(double[] losses)
    {
        TensorPrimitives.Negate(_fixed, losses);
        for (var k = 0; k < _free.Length; k++) TensorPrimitives.MultiplyAdd(_returns[_free[k]], -_w[k], losses, losses);
    }

    private void Keep()
    {
        foreach (var (from, to) in (ReadOnlySpan<(double[], double[])>)[(_dw, _dwAffine), (_dy, _dyAffine), (_dz, _dzAffine), (_dq, _dqAffine), (_ds, _dsAffine), (_du, _duAffine)])
            from.CopyTo(to, 0);
    }

    private double Gap(double primal = 0, double dual = 0)
    {
        var sum = 0.0;
        for (var t = 0; t < _q.Length; t++)
        {
            var q = _q[t] + (dual * _dq[t]);
            sum += (q * (_s[t] + (primal * _ds[t]))) + ((_limit - q) * (_u[t] + (primal * _du[t])));
        }

        for (var k = 0; k < _w.Length; k++)
            sum += ((_a[k] + (primal * _dw[k])) * (_y[k] + (dual * _dy[k]))) + ((_b[k] - (primal * _dw[k])) * (_z[k] + (dual * _dz[k])));
        return sum;
    }

    private double PrimalStep()
    {
        var step = 1e9;
        for (var t = 0; t < _q.Length; t++) step = Math.Min(step, Math.Min(Room(_s[t], _ds[t]), Room(_u[t], _du[t])));
        for (var k = 0; k < _w.Length; k++) step = Math.Min(step, Math.Min(Room(_a[k], _dw[k]), Room(_b[k], -_dw[k])));
        return Math.Min(1 / 0.995, step);
    }

    private double DualStep()
    {
        var step = 1e9;
        for (var t = 0; t < _q.Length; t++) step = Math.Min(step, Math.Min(Room(_q[t], _dq[t]), Room(_limit - _q[t], -_dq[t])));
        for (var k = 0; k < _w.Length; k++) step = Math.Min(step, Math.Min(Room(_y[k], _dy[k]), Room(_z[k], _dz[k])));
        return Math.Min(1 / 0.995, step);
    }

    private static double Room(double value, double move) => move < 0 ? -value / move : double.PositiveInfinity;
}
